import { expect, it } from "vitest";
import { seededRandom } from "./seeded-random";

const take = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.uniform());
};

it("gives the same stream for the same seed and another for another", () => {
  expect(take(7, 5)).toEqual(take(7, 5));
  expect(take(7, 5)).not.toEqual(take(8, 5));
});

it("is uniform over ten bins", () => {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const value of take(1, 20_000)) {
    const bin = Math.floor(value * 10);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  // Chi square with 9 degrees of freedom: above 27.9 in one of a thousand.
  const chiSquare = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  expect(chiSquare).toBeLessThan(27.9);
});

it("draws whole numbers with both ends, and short decimals in float32", () => {
  const random = seededRandom(3);
  const whole = new Set(Array.from({ length: 200 }, () => random.integer(1, 4)));
  expect([...whole].sort()).toEqual([1, 2, 3, 4]);
  for (let i = 0; i < 200; i++) {
    const value = random.rounded(0.02, 0.1, 0.001);
    expect(value).toBe(Math.fround(Number(value.toFixed(3))));
    expect(Number(value.toFixed(3))).toBeGreaterThanOrEqual(0.02);
    expect(Number(value.toFixed(3))).toBeLessThanOrEqual(0.1);
  }
});
