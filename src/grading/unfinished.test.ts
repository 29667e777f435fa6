import { expect, it } from "vitest";
import { ranges } from "./unfinished";

const RANGES: [number[], string][] = [
  [[5], "5"],
  [[5, 6], "5 and 6"],
  [[2, 3, 4, 5, 6], "2 to 6"],
  [[2, 4, 5, 6], "2 and 4 to 6"],
  [[1, 3, 5, 6], "1, 3, 5 and 6"],
];

it.each(RANGES)("%j is written %s", (numbers, text) => {
  expect(ranges(numbers)).toBe(text);
});
