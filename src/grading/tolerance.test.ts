import { expect, it } from "vitest";
import { budgetUsed, NO_NUMBERS_BUDGET } from "./tolerance";

it("uses 1e-6 + 1e-5 of the expected number, by the largest error", () => {
  expect(budgetUsed([1, 2], [1, 2])).toBe(0);
  expect(budgetUsed([1 + 1.1e-5, 2], [1, 2])).toBeCloseTo(1, 6);
  expect(budgetUsed([0, 100 + 2.002e-3], [0, 100])).toBeCloseTo(2, 5);
  expect(budgetUsed([-1], [1])).toBeGreaterThan(1e5);
});

it.each([[[NaN, 1]], [[Infinity, 1]], [[-Infinity, 1]], [[1]], [[]], [[1, 1, 1]]])(
  "has no budget that holds %j",
  (got) => {
    expect(budgetUsed(got, [1, 1])).toBe(NO_NUMBERS_BUDGET);
  },
);

it("never passes on an empty or infinite expectation", () => {
  expect(budgetUsed([], [])).toBe(NO_NUMBERS_BUDGET);
  expect(budgetUsed([Infinity], [Infinity])).toBe(NO_NUMBERS_BUDGET);
});
