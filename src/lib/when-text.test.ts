import { expect, it } from "vitest";
import { whenText } from "./when-text";

it.each([
  [new Date(2026, 2, 1, 14, 32), "today, 14:32"],
  [new Date(2026, 2, 1, 0, 0), "today, 00:00"],
  [new Date(2026, 1, 28, 23, 59), "yesterday, 23:59"],
  [new Date(2026, 1, 27, 9, 5), "27 Feb, 09:05"],
  [new Date(2025, 2, 1, 9, 5), "1 Mar 2025, 09:05"],
])("says when %s was", (at, text) => {
  expect(whenText(at, new Date(2026, 2, 1, 15, 0))).toBe(text);
});
