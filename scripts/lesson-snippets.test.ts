/** Every TypeScript program of the lessons' texts, run on the facade and compared with real JAX. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../src/jax/host";
import { expectSamePrint, run } from "./lib/printed-programs";
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
