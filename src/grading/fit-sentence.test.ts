import { expect, it } from "vitest";
import { fitSentence, shortFitSentence } from "./fit-sentence";

const leaf = (name: string, factor: number, unit: "step" | "gradient" = "step") => ({
  leaf: name,
  factor,
  unit,
});

it("names the unit once while it stays the same", () => {
  const leaves = [leaf("NNX kernel", 1), leaf("Linen kernel", 0)];
  expect(fitSentence({ leaves, residual: 0 })).toBe(
    "NNX kernel moved 1.00 × the right step, Linen kernel 0.00.",
  );
});

it("names it again where it changes, and shows a move uphill with a minus", () => {
  const leaves = [leaf("a", -1), leaf("b", 1, "gradient"), leaf("c", 1, "gradient")];
  expect(fitSentence({ leaves, residual: 0 })).toBe(
    "a moved −1.00 × the right step, b 1.00 × the bare gradient, c 1.00.",
  );
});

it("says when nothing fits", () => {
  expect(fitSentence({ leaves: [], residual: 0.0312 })).toBe(
    "No multiple of the right step on each parameter explains these losses (what is left is 3.1 % of the step's effect).",
  );
});

const short = (factors: number[]) =>
  shortFitSentence({ leaves: factors.map((f, i) => leaf(`${i}`, f)), residual: 0 }, new Map());

it("says once what every parameter did", () => {
  expect(short([0.37, 0.371])).toBe("Every parameter moved 0.37 × the right step.");
  expect(short([1, 0.5])).toBe("1 moved 0.50 × the right step.");
});

it("says in short when no update explains the numbers", () => {
  expect(short([])).toBe("No update of the parameters explains these losses.");
});
