import { describe, expect, it } from "vitest";
import { factorText, fitSentence, leafWords } from "./fit-words";

describe("the fit in words", () => {
  it("writes a factor with two decimals, and no negative zero", () => {
    expect([1, 0.004, -0.004, -1, 12.345].map(factorText)).toEqual([
      "1.00",
      "0.00",
      "0.00",
      "−1.00",
      "12.35",
    ]);
  });

  it("names the unit", () => {
    expect(leafWords({ leaf: "A kernel", factor: 1, unit: "gradient" })).toBe(
      "A kernel moved 1.00 × the bare gradient",
    );
  });

  it("says once what every parameter did", () => {
    const leaf = (name: string, factor: number) => ({ leaf: name, factor, unit: "step" as const });
    const sentence = (factors: number[]) =>
      fitSentence({ leaves: factors.map((f, i) => leaf(`${i}`, f)), residual: 0 }, new Map());
    expect(sentence([0.37, 0.371])).toBe("Every parameter moved 0.37 × the right step.");
    expect(sentence([1, 0.5])).toBe("1 moved 0.50 × the right step.");
  });

  it("has nothing to say without a fit, and says when no update explains the numbers", () => {
    expect(fitSentence(null, new Map())).toBeNull();
    expect(fitSentence({ leaves: [], residual: 1 }, new Map())).toContain("No update");
  });
});
