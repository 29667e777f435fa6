import { describe, expect, it } from "vitest";
import { sameOutput } from "./same-output";

describe("sameOutput", () => {
  it.each([
    ["[1.0000001 2.]", "[1. 2.]", true],
    ["loss 0.50001", "loss 0.5", true],
    ["loss 0.5001", "loss 0.5", false],
    ["[1. 2.]", "[1. 2. 3.]", false],
    ["Array(1., dtype=float32)", "Array(1., dtype=int32)", false],
    ["a\nb", "a", false],
    ["-1.0", "1.0", false],
  ])("%s against %s: %s", (printed, recorded, same) =>
    expect(sameOutput(printed, recorded)).toBe(same),
  );
});
