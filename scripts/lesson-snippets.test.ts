/** Every TypeScript program of the lessons' texts, run on the facade and compared with real JAX. */
import { readFileSync } from "node:fs";
import { transform } from "sucrase";
import { beforeAll, describe, expect, it } from "vitest";
import { describe as describeValue, startBackend } from "../src/jax/host";
import { modules } from "../src/jax/modules";
import { lessonPitfalls, lessonSnippets } from "../src/lessons/testing/lesson-programs";

type Recording = {
  python: Record<string, string>;
  /** Python with the same mathematics, where the two languages differ on purpose. */
  pitfalls: Record<string, string>;
  pitfall_errors: Record<string, string>;
};
const recording: Recording = JSON.parse(
  readFileSync(new URL("../golden/recordings/lesson_snippets.json", import.meta.url), "utf8"),
);

const pitfalls = lessonPitfalls("typescript").map((pitfall) => ({
  ...pitfall,
  raises: recording.pitfall_errors[pitfall.id] !== undefined,
}));

type Ran = { lines: string[]; error: unknown };

/** Runs a program with the facade behind its imports; what it prints is kept, as is what it throws. */
function run(source: string): Ran {
  const { code } = transform(source, { transforms: ["typescript", "imports"] });
  const lines: string[] = [];
  const log = (...values: unknown[]) =>
    void lines.push(
      values.map((value) => (typeof value === "string" ? value : describeValue(value))).join(" "),
    );
  const load = (name: string) => {
    if (!Object.hasOwn(modules, name)) throw new Error(`no module ${name}`);
    return modules[name];
  };
  try {
    new Function("require", "exports", "console", code)(load, {}, { log });
    return { lines, error: null };
  } catch (error) {
    return { lines, error };
  }
}

const NUMBER = /-?\d+\.?\d*(?:e[+-]?\d+)?/g;

/** The same words, and each number within 1e-5 of JAX's (1e-6 near zero; the last digit, where rounded). */
function expectSamePrint(printed: string, recorded: string): void {
  // A number that is a digit shorter in its last place shifts the padding beside it.
  const words = (output: string) =>
    output
      .replace(NUMBER, "#")
      .replace(/\s+/g, " ")
      .replace(/ (?=\])/g, "")
      .trim();
  const numbers = (output: string) => (output.match(NUMBER) ?? []).map(Number);
  expect(words(printed)).toBe(words(recorded));
  const expected = numbers(recorded);
  expect(expected.length).toBeGreaterThan(0);
  for (const [i, value] of numbers(printed).entries()) {
    const right = expected[i] ?? Number.NaN;
    expect(Math.abs(value - right), `${value} for ${right}`).toBeLessThanOrEqual(
      1e-6 + 1e-5 * Math.abs(right),
    );
  }
}

beforeAll(async () => {
  await startBackend("cpu");
});

describe("the lessons' TypeScript snippets print what JAX prints", () => {
  it.each(lessonSnippets("typescript"))("$id", ({ id, source }) => {
    const { lines, error } = run(source);
    expect(error).toBeNull();
    expectSamePrint(lines.join("\n"), recording.python[id] ?? "");
  });
});

describe("the pitfalls' broken programs show what they promise", () => {
  it.each(pitfalls.filter(({ raises }) => !raises))("$id", ({ id, source }) => {
    const { lines, error } = run(source);
    expect(error).toBeNull();
    expectSamePrint(lines.join("\n"), recording.pitfalls[id] ?? "");
  });

  // JavaScript has its own words for what Python's unpacking says.
  it.each(pitfalls.filter(({ raises }) => raises))("$id, and raises", ({ id, source }) => {
    const { lines, error } = run(source);
    expect(lines.join("\n")).toBe(recording.pitfalls[id]?.trim());
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain("is not iterable");
  });
});
