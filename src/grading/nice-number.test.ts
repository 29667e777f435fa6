import { expect, it } from "vitest";
import { niceNumber } from "./nice-number";

const NICE = [
  0,
  1,
  -1,
  2,
  10,
  64,
  0.5,
  0.25,
  1 / 3,
  1 / 7,
  0.1,
  -0.1,
  0.01,
  1.5,
  0.75,
  2 / 3,
  5 / 12,
  0.37,
  2.5,
  -2.5,
];

it.each(NICE)("finds %d in what a fit gives for it", (nice) => {
  for (const noise of [0, 2e-5, -2e-5])
    expect(niceNumber(nice + noise * Math.max(0.05, Math.abs(nice)))).toBe(nice);
});

it("leaves other numbers as they are", () => {
  for (const odd of [0.3791, 1.0437, 17.318]) expect(niceNumber(odd)).toBe(odd);
});
