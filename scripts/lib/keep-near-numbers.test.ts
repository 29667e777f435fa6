import { expect, it } from "vitest";
import { keepNearNumbers } from "./keep-near-numbers.mjs";

it("keeps old floats that differ by rounding, and nothing else", () => {
  const before = '{"n": 3, "x": [1.25, -7.0e-3],\n "y": 0.5, "text": "a"}';
  expect(keepNearNumbers(before, before)).toBe(before);
  expect(
    keepNearNumbers(before, '{"n": 3, "x": [1.250001, -7.0001e-3],\n "y": 0.5, "text": "a"}'),
  ).toBe(before);
  expect(
    keepNearNumbers(before, '{"n": 4, "x": [1.250001, -7.1e-3],\n "y": 0.6, "text": "b"}'),
  ).toBe('{"n": 4, "x": [1.25, -7.1e-3],\n "y": 0.6, "text": "b"}');
  expect(keepNearNumbers(before, '{"y": 0.5000001}')).toBe('{"y": 0.5000001}');
  expect(keepNearNumbers("[-1.25, 1.8640547]", "[-1.250001 , 1.8640546]")).toBe(
    "[-1.25, 1.8640547]",
  );
  expect(keepNearNumbers("[ 2.2432437  4.15 ]", "[ 2.243244   4.15 ]")).toBe("[ 2.2432437  4.15 ]");
});
