import { expect, it } from "vitest";
import { fitRows } from "./fit-rows";

const HALVES = new Map([
  ["A kernel", "A"],
  ["A bias", "A"],
  ["B kernel", "B"],
]);
const leaf = (name: string, factor: number, unit: "step" | "gradient" = "step") => ({
  leaf: name,
  factor,
  unit,
});
const names = (leaves: ReturnType<typeof leaf>[]) =>
  fitRows({ leaves, residual: 0 }, HALVES).map((row) => `${row.leaf} ${row.factor} ${row.half}`);

it("draws a half whose parameters moved alike as one bar", () => {
  expect(names([leaf("A kernel", 1), leaf("A bias", 1.001), leaf("B kernel", 0)])).toEqual([
    "A half 1 A",
    "B kernel 0 B",
  ]);
});

it("draws every parameter where one stands out, by its factor or its unit", () => {
  expect(names([leaf("A kernel", 1), leaf("A bias", 0), leaf("B kernel", 1)])).toHaveLength(3);
  const mixed = [leaf("A kernel", 1), leaf("A bias", 1, "gradient"), leaf("B kernel", 1)];
  expect(names(mixed)).toHaveLength(3);
});
