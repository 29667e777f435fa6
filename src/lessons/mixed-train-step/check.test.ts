import { describe, expect, it } from "vitest";
import { fitUpdate } from "../../grading/fit-update";
import { judge, withLaws } from "../../grading/judge";
import type { CaseInputs } from "../../grading/lesson-check";
import { drawFaults } from "../../grading/draw-faults";
import { planRun } from "../../grading/plan-run";
import type { RunPlan } from "../../grading/plan-run";
import { toleranceFor } from "../../grading/tolerance";
import { seededRandom } from "../../lib/seeded-random";
import type { RunOutcome } from "../../protocol/run";
import { check } from "./check";
import { drawCases, LEARNING_RATES } from "./draw";
import { readInputs } from "./inputs";
import { lessonPass } from "./lesson-step";
import type { Moves, StepReading } from "./simulate";
import { simulateStep } from "./simulate";
import { UPDATE } from "./update";
import { READINGS } from "./readings";
import { lossesAtCorners } from "./well-posed";

const DRAWS = Array.from({ length: 50 }, (_, i) => 1000 + 7919 * i);
const plans = new Map(DRAWS.map((drawSeed) => [drawSeed, planRun(check, { drawSeed })]));

function planOf(drawSeed: number): RunPlan {
  return plans.get(drawSeed) ?? planRun(check, { drawSeed });
}

/** What code that reads the task so would send back: float64 with float32's rounding on top. */
function outcomeOf(plan: RunPlan, reading: StepReading): RunOutcome {
  const noise = seededRandom(plan.drawSeed + 1);
  return {
    id: 1,
    status: "done",
    backend: "cpu",
    precision: "float32",
    cases: plan.cases.map(({ id, inputs }) => {
      const values = simulateStep(readInputs(inputs), reading).map((value) =>
        Math.fround(value * (1 + 4e-7 * (noise.uniform() - 0.5))),
      );
      return { id, shape: [values.length], values, problem: null, error: null };
    }),
    calls: [],
    plots: [],
    console: [],
    error: null,
    ms: { boot: 0, run: 0 },
    notes: [],
  };
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

/** Every reading by name, with its mistake's id. */
const NAMED: [string, string, StepReading][] = Object.entries(READINGS).flatMap(([id, readings]) =>
  readings.map(({ variant, step }): [string, string, StepReading] => [
    `${id}/${variant}`,
    id,
    step,
  ]),
);
const stepOf = (name: string): StepReading => NAMED.find(([each]) => each === name)?.[2] ?? {};

describe("simulated answers, over 20 draws", () => {
  const draws = DRAWS.slice(0, 20);

  it("pass when right, with every law holding and a fit of ones", () => {
    for (const drawSeed of draws) {
      const plan = planOf(drawSeed);
      const outcome = outcomeOf(plan, {});
      const verdict = withLaws(check, plan, judge(check, plan, outcome, "typescript"), {
        graded: outcome,
        laws: null,
      });
      expect(verdict.status).toBe("pass");
      expect(verdict.laws.filter(({ holds }) => !holds)).toEqual([]);
      expect(verdict.fit?.leaves.map(({ factor }) => factor)).toEqual([1, 1, 1, 1]);
    }
  });

  it.each(NAMED)("are wrong and named: %s", (name, id, reading) => {
    for (const drawSeed of draws) {
      const plan = planOf(drawSeed);
      const outcome = outcomeOf(plan, reading);
      const verdict = judge(check, plan, outcome, "typescript");
      expect(verdict.status, `draw ${drawSeed}`).toBe("wrong");
      expect(verdict.cases.filter(({ ok, visible }) => !ok && !visible).length).toBeGreaterThan(2);
      expect(verdict.mistake?.id, `draw ${drawSeed}: ${name}`).toBe(id);
    }
  });
});

describe("the update fit", () => {
  function fitOf(drawSeed: number, reading: StepReading) {
    const random = seededRandom(drawSeed);
    const noisy = (value: number) => Math.fround(value * (1 + 4e-7 * (random.uniform() - 0.5)));
    const results = drawCases(random).map((inputs) => ({
      inputs,
      expected: check.reference(inputs),
      got: simulateStep(readInputs(inputs), reading).map(noisy),
    }));
    return fitUpdate(UPDATE, results);
  }

  it("recovers four factors to three decimals in 120 trials with float32 noise", () => {
    let worst = 0;
    for (let trial = 0; trial < 120; trial++) {
      const random = seededRandom(5000 + trial);
      const factor = () => random.rounded(-1, 2, 0.05);
      const moves: Moves = [factor(), factor(), factor(), factor()];
      const fit = fitOf(trial, { moves });
      expect(fit?.leaves.map(({ unit }) => unit)).toEqual(["step", "step", "step", "step"]);
      for (const [i, move] of moves.entries()) {
        worst = Math.max(worst, Math.abs((fit?.leaves[i]?.factor ?? NaN) - move));
      }
      expect(worst, `trial ${trial}: ${moves.join(" ")}`).toBeLessThan(1e-3);
    }
    console.log(`largest error of a factor, rounded to three decimals: ${worst}`);
  });

  const HALVES: [string, StepReading, [string, string]][] = [
    ["both", { rates: () => [1, 1] }, ["gradient", "gradient"]],
    ["the NNX half", { rates: (lr) => [1, lr] }, ["gradient", "step"]],
    ["the Linen half", { rates: (lr) => [lr, 1] }, ["step", "gradient"]],
  ];
  it.each(HALVES)("finds a forgotten learning rate in %s", (_, reading, [nnx, linen]) => {
    for (let draw = 0; draw < 20; draw++) {
      const fit = fitOf(300 + draw, reading);
      const units = fit?.leaves.map(({ unit }) => unit);
      expect(units, `draw ${draw}`).toEqual([nnx, nnx, linen, linen]);
      for (const { factor } of fit?.leaves ?? []) expect(factor).toBeCloseTo(1, 2);
    }
  });

  it.each([
    "sequential-update/nnx-first",
    "sequential-update/linen-first",
    "extra-step/2",
    "lr-scaled/square",
    "lr-scaled/root",
  ])("names no factors for %s, which no factors explain", (id) => {
    for (let draw = 0; draw < 20; draw++) {
      const fit = fitOf(600 + draw, stepOf(id));
      expect(fit?.leaves).toEqual([]);
      // Float32's rounding leaves 1e-6.
      expect(fit?.residual).toBeGreaterThan(1e-3);
    }
  });

  it("is not tried where the loss before is already wrong", () => {
    expect(fitOf(1, stepOf("wrong-activation/tanh"))).toBeNull();
    expect(fitOf(1, stepOf("swapped-return/after-first"))).toBeNull();
  });

  it("has slopes that agree with differences", () => {
    for (const inputs of drawCases(seededRandom(9))) {
      const at = UPDATE.open(inputs);
      const moves = [0.5, -0.3, 0.8, 1.2];
      for (const [i, slope] of at(moves).slopes.entries()) {
        const by = (h: number) => at(moves.map((m, j) => (i === j ? m + h : m))).value;
        expect(slope).toBeCloseTo((by(1e-6) - by(-1e-6)) / 2e-6, 5);
      }
    }
  });
});
