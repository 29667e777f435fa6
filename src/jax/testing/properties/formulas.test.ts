import { describe, expect, it } from "vitest";
import { BINARY_ROWS, type BinaryName } from "../../array/binary";
import { UNARY, UNARY_ROWS, type Calculus, type UnaryName } from "../../array/unary";
import { INDEPENDENT_BINARY, INDEPENDENT_UNARY } from "./special";

/** Points in every function's domain among them; none is a kink. */
const POINTS = [-3.3, -1.7, -0.61, -0.2, 0.15, 0.4, 0.73, 1.3, 2.6, 5.4];

const NUMBERS: Calculus<number> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (x) => -x,
  unary: (name, x) => UNARY_ROWS[name].formula(x),
  polygamma: BINARY_ROWS.polygamma.formula,
  like: (_, value) => value,
};

/** The slope by central differences of two widths; null where the function is not smooth enough, or not there. */
function difference(f: (x: number) => number, x: number): number | null {
  const [wide, narrow] = [1e-3, 5e-4].map((h) => (f(x + h) - f(x - h)) / (2 * h));
  const isSmooth = Math.abs(wide - narrow) < 1e-3 * (1 + Math.abs(narrow));
  return isSmooth ? (4 * narrow - wide) / 3 : null;
}

describe("the slope in a primitive's row is that of its formula", () => {
  const rows = UNARY.filter((name) => typeof UNARY_ROWS[name].slope === "function");
  it.each(rows)("%s", (name) => {
    const { formula: own, slope } = UNARY_ROWS[name];
    const formula = INDEPENDENT_UNARY[name] ?? own;
    if (typeof slope !== "function") throw new Error("There is a function, or no case.");
    const found = POINTS.flatMap((x) => {
      const want = difference(formula, x);
      return want === null ? [] : [{ x, want, got: slope(x, formula(x), NUMBERS) }];
    });
    expect(found.length).toBeGreaterThan(2);
    for (const { want, got } of found)
      expect(Math.abs(got - want)).toBeLessThan(1e-6 * (1 + Math.abs(want)));
  });
});

describe("a formula of the facade's own gives what another one does", () => {
  it.each(Object.entries(INDEPENDENT_UNARY))("%s", (name, other) => {
    const { formula } = UNARY_ROWS[name as UnaryName];
    for (const x of POINTS.filter((each) => Number.isFinite(other(each)))) {
      const want = other(x);
      expect(Math.abs(formula(x) - want), `at ${x}`).toBeLessThan(2e-6 * (1 + Math.abs(want)));
    }
  });

  it.each(Object.entries(INDEPENDENT_BINARY))("%s", (name, other) => {
    const { formula } = BINARY_ROWS[name as BinaryName];
    for (const [a, b] of [
      [2, 0.7],
      [3, 2.5],
      [5, 1.2],
    ])
      expect(formula(a, b) / other(a, b)).toBeCloseTo(1, 6);
  });
});
