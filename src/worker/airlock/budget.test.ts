import { describe, expect, it } from "vitest";
import { LIMITS } from "../../protocol/limits";
import { createBudget } from "./budget";

describe("createBudget", () => {
  it("ends a flood at the thousand and first message", () => {
    const budget = createBudget(() => 0);
    for (let i = 0; i < LIMITS.messages; i += 1) expect(budget.spend(0)).toBe(true);
    expect(budget.spend(0)).toBe(false);
  });

  it("allows a long run its console batches", () => {
    let now = 0;
    const budget = createBudget(() => now);
    for (let i = 0; i < 6_000; i += 1) {
      now += 100;
      expect(budget.spend(100)).toBe(true);
    }
  });

  it("counts bytes", () => {
    const budget = createBudget(() => 0);
    expect(budget.spend(LIMITS.runBytes)).toBe(true);
    expect(budget.spend(1)).toBe(false);
  });
});
