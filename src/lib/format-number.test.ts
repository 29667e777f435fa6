import { expect, it } from "vitest";
import { formatFactor, formatMilliseconds } from "./format-number";

it("writes a factor with two decimals, and no negative zero", () => {
  expect([1, 0.004, -0.004, -1, 12.345].map(formatFactor)).toEqual([
    "1.00",
    "0.00",
    "0.00",
    "−1.00",
    "12.35",
  ]);
});

it("writes a time in the unit that is short", () => {
  expect([0.2, 41.3, 2345].map(formatMilliseconds)).toEqual(["1 ms", "41 ms", "2.3 s"]);
});
