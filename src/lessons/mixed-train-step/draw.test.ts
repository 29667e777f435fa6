import { describe, expect, it } from "vitest";
import { drawFaults } from "../../grading/draw-faults";
import type { CaseInputs } from "../../grading/lesson-check";
import { planRun } from "../../grading/plan-run";
import type { RunPlan } from "../../grading/plan-run";
import { toleranceFor } from "../../grading/tolerance";
import { check } from "./check";
import { LEARNING_RATES } from "./draw";
import { readInputs } from "./inputs";
import { lessonPass } from "./lesson-step";
import { lossesAtCorners } from "./well-posed";

const DRAWS = Array.from({ length: 50 }, (_, i) => 1000 + 7919 * i);
const plans = new Map(DRAWS.map((drawSeed) => [drawSeed, planRun(check, { drawSeed })]));

function planOf(drawSeed: number): RunPlan {
  return plans.get(drawSeed) ?? planRun(check, { drawSeed });
}

const shapeText = (inputs: CaseInputs) =>
  inputs.map(({ shape }) => (shape === null ? "number" : shape.join("×"))).join(" ");

describe("the drawn cases, over 50 draws", () => {
  it("have the count, ranges and shapes that the task promises", () => {
    for (const plan of plans.values()) {
      const fresh = plan.cases.filter(({ role }) => role === "fresh");
      expect(plan.cases.filter(({ role }) => role === "visible")).toHaveLength(3);
      expect(fresh.length).toBeGreaterThanOrEqual(8);
      expect(new Set(plan.cases.map(({ inputs }) => shapeText(inputs))).size).toBeLessThanOrEqual(
        4,
      );
      for (const { inputs } of fresh) {
        const { seed, rows, inSize, outSize, lr } = readInputs(inputs);
        expect(Number.isInteger(seed) && seed >= 0 && seed <= 1e6).toBe(true);
        expect(rows).toBe(1);
        expect(Math.min(inSize, outSize)).toBeGreaterThanOrEqual(1);
        expect(Math.max(inSize, outSize)).toBeLessThanOrEqual(8);
        expect(lr).toBeGreaterThanOrEqual(Math.fround(LEARNING_RATES.lowest));
        expect(lr).toBeLessThanOrEqual(Math.fround(LEARNING_RATES.highest));
      }
      const many = fresh.filter(({ inputs }) => readInputs(inputs).outSize >= 2);
      expect(many.length).toBeGreaterThanOrEqual(4);
      const batches = plan.cases.filter(({ inputs }) => readInputs(inputs).rows > 1);
      expect(batches.map(({ law }) => law)).toEqual(["takes-batches", "rows-may-be-permuted"]);
    }
  });

  it("are float32-exact", () => {
    for (const plan of plans.values()) {
      for (const value of plan.cases.flatMap(({ inputs }) => inputs.flatMap(({ data }) => data))) {
        expect(value).toBe(Math.fround(value));
      }
    }
  });

  it("have an active hidden unit, and three or more have one that is switched off", () => {
    for (const plan of plans.values()) {
      const hidden = plan.cases
        .filter(({ role }) => role !== "law")
        .map(({ inputs }) => lessonPass(readInputs(inputs)).hidden);
      for (const units of hidden) expect(Math.max(...units)).toBeGreaterThan(0);
      expect(hidden.filter((units) => units.includes(0)).length).toBeGreaterThanOrEqual(3);
    }
  });

  it("have the lowest loss where both halves moved, visible, drawn and for laws alike", () => {
    for (const plan of plans.values()) {
      for (const { inputs, expected, role } of plan.cases) {
        const { both, others } = lossesAtCorners(inputs);
        expect(both).toBe(expected[1]);
        // At lr = 0, which a law asks for, nothing moves and all corners are one.
        const margin = readInputs(inputs).lr === 0 ? 0 : toleranceFor(both);
        for (const loss of others) expect(loss - both, role).toBeGreaterThanOrEqual(margin);
      }
    }
  });

  it("show every mistake clearly and tell every two of them apart, on each of 50 draws", () => {
    expect(plans.size).toBeGreaterThanOrEqual(50);
    for (const plan of plans.values()) {
      const fresh = plan.cases.filter(({ role }) => role === "fresh").map(({ inputs }) => inputs);
      expect([...drawFaults(check, fresh)]).toEqual([]);
    }
  });

  it("are found for each of 300 seeds", () => {
    for (let seed = 0; seed < 300; seed++) {
      const { cases } = planRun(check, { drawSeed: 7_654_321 * seed });
      expect(cases.filter(({ role }) => role === "fresh").length).toBeGreaterThanOrEqual(8);
    }
  });

  it("are fixed by the seed", () => {
    const again = planRun(check, { drawSeed: DRAWS[0] ?? 0 });
    expect(again).toEqual(planOf(DRAWS[0] ?? 0));
  });
});
