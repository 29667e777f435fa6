import { expect, it } from "vitest";
import recorded from "../../../golden/recordings/python_floats.json";
import { formatScalar, pythonFloat } from "./scalar-text";

it("writes doubles as Python's repr does", () => {
  for (const { value, repr } of recorded.cases) expect(pythonFloat(Number(value))).toBe(repr);
});

it("tells a float32's own digits from those of the double", () => {
  const value = Math.fround(0.60576403);
  expect(formatScalar(value, "float32")).toBe("0.60576403");
  expect(pythonFloat(value)).toBe("0.6057640314102173");
});
