import { expect, it } from "vitest";
import { leastSquares } from "./least-squares";

it("finds the bottom of Rosenbrock's valley", () => {
  const { unknowns, rms } = leastSquares([-1.2, 1], ([x = NaN, y = NaN]) => ({
    residuals: [10 * (y - x * x), 1 - x],
    jacobian: [
      [-20 * x, 10],
      [-1, 0],
    ],
  }));
  expect(unknowns[0]).toBeCloseTo(1, 8);
  expect(unknowns[1]).toBeCloseTo(1, 8);
  expect(rms).toBeLessThan(1e-8);
});

it("solves an overdetermined linear system in the least-squares sense", () => {
  // The line through (0, 1), (1, 2), (2, 4): slope 1.5, height 5/6.
  const points = [
    [0, 1],
    [1, 2],
    [2, 4],
  ] as const;
  const { unknowns } = leastSquares([0, 0], ([slope = NaN, height = NaN]) => ({
    residuals: points.map(([x, y]) => slope * x + height - y),
    jacobian: points.map(([x]) => [x, 1]),
  }));
  expect(unknowns[0]).toBeCloseTo(1.5, 5);
  expect(unknowns[1]).toBeCloseTo(5 / 6, 5);
});

it("leaves an unknown that nothing depends on where it was", () => {
  const { unknowns } = leastSquares([0, 7], ([x = NaN]) => ({
    residuals: [x - 3],
    jacobian: [[1, 0]],
  }));
  expect(unknowns[0]).toBeCloseTo(3, 8);
  expect(unknowns[1]).toBe(7);
});

it("does not step into infinities", () => {
  const { unknowns, rms } = leastSquares([1], ([x = NaN]) => ({
    residuals: [x > 2 ? Infinity : x - 2],
    jacobian: [[0.1]],
  }));
  expect(unknowns[0]).toBeLessThanOrEqual(2);
  expect(Number.isFinite(rms)).toBe(true);
});
