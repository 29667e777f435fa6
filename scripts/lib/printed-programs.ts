/** TypeScript programs as learners write them, run in Node, and their output compared with what JAX printed. */
import { transform } from "sucrase";
import { expect } from "vitest";
import { describe as describeValue } from "../../src/jax/host";
import { modules } from "../../src/jax/modules";

type Ran = { lines: string[]; plots: number[][]; error: unknown };

/** Runs a program with the facade behind its imports; what it prints and plots is kept, as is what it throws. */
export function run(source: string): Ran {
  const { code } = transform(source, { transforms: ["typescript", "imports"] });
  const lines: string[] = [];
  const plots: number[][] = [];
  const plot = (values: number[]) => void plots.push(values);
  const log = (...values: unknown[]) =>
    void lines.push(
      values.map((value) => (typeof value === "string" ? value : describeValue(value))).join(" "),
    );
  const load = (name: string) => {
    if (!Object.hasOwn(modules, name)) throw new Error(`no module ${name}`);
    return modules[name];
  };
  try {
    new Function("require", "exports", "console", "plot", code)(load, {}, { log }, plot);
    return { lines, plots, error: null };
  } catch (error) {
    return { lines, plots, error };
  }
}

const NUMBER = /-?\d+\.?\d*(?:e[+-]?\d+)?/g;

/** The same words, and each number within 1e-5 of JAX's (1e-6 near zero; the last digit, where rounded). */
export function expectSamePrint(printed: string, recorded: string): void {
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
