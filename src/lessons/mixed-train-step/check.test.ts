import { describe, expect, it } from "vitest";
import { judge, withLaws } from "../../grading/judge";
import { planRun, type RunPlan } from "../../grading/plan-run";
import { budgetUsed } from "../../grading/tolerance";
import { check } from "./check";
import { readInputs } from "./inputs";
import { READINGS } from "./readings";
import type { Reading } from "./readings/reading";
import type { StepReading } from "./simulate";
import { simulateStep } from "./simulate";
import { simulatedOutcome } from "./testing/simulated-outcome";

const DRAWS = Array.from({ length: 20 }, (_, i) => 1000 + 7919 * i);
const plans = new Map(DRAWS.map((drawSeed) => [drawSeed, planRun(check, { drawSeed })]));

function planOf(drawSeed: number): RunPlan {
  return plans.get(drawSeed) ?? planRun(check, { drawSeed });
}

/** Readings by name, with their mistake's id. */
function named(of: (each: (typeof READINGS)[number]) => readonly Reading[]) {
  return READINGS.flatMap((each) =>
    of(each).map(({ variant, step }): [string, string, StepReading] => [
      `${each.id}/${variant}`,
      each.id,
      step,
    ]),
  );
}

const DRAWN = named(({ readings }) => readings);
const RARER = named(({ rarer }) => rarer?.() ?? []);

describe("simulated answers", () => {
  it("pass when right, with every law holding and a fit of ones, over 20 draws", () => {
    for (const drawSeed of DRAWS) {
      const plan = planOf(drawSeed);
      const outcome = simulatedOutcome(plan, {});
      const verdict = withLaws(check, plan, judge(check, plan, outcome, "typescript"), {
        graded: outcome,
        laws: null,
      });
      expect(verdict.status).toBe("pass");
      expect(verdict.laws.filter(({ holds }) => !holds)).toEqual([]);
      expect(verdict.fit?.leaves.map(({ factor }) => factor)).toEqual([1, 1, 1, 1]);
    }
  });

  it.each(DRAWN)("are wrong and named over 6 draws: %s", (name, id, reading) => {
    for (const drawSeed of DRAWS.slice(0, 6)) {
      const plan = planOf(drawSeed);
      const outcome = simulatedOutcome(plan, reading);
      const verdict = judge(check, plan, outcome, "typescript");
      expect(verdict.status, `draw ${drawSeed}`).toBe("wrong");
      expect(verdict.cases.filter(({ ok, visible }) => !ok && !visible).length).toBeGreaterThan(2);
      expect(verdict.mistake?.id, `draw ${drawSeed}: ${name}`).toBe(id);
    }
  });

  // Of the thousand readings that differ by random numbers, each twentieth; the next test tells all of them apart.
  it.each(RARER.filter((_, i) => i % 20 === 0))("are wrong and named: %s", (name, id, reading) => {
    const plan = planOf(DRAWS[0] ?? 0);
    const { status, mistake } = judge(check, plan, simulatedOutcome(plan, reading), "typescript");
    expect([status, mistake?.id], name).toEqual(["wrong", id]);
  });

  it("of other weights differ from the right ones and from one another, over 5 draws", () => {
    for (const drawSeed of DRAWS.slice(0, 5)) {
      const cases = planOf(drawSeed).cases.filter(({ role }) => role === "fresh");
      const answers = RARER.map(([name, id, reading]) => ({
        name,
        id,
        all: cases.map(({ inputs }) => simulateStep(readInputs(inputs), reading)),
      }));
      for (const { name, all } of answers) {
        const misses = all.filter((got, i) => budgetUsed(got, cases[i]?.expected ?? []) >= 20);
        expect(misses.length, name).toBeGreaterThanOrEqual(3);
      }
      const told = (a: (typeof answers)[number], b: (typeof answers)[number]) =>
        a.all.some((got, i) => budgetUsed(got, b.all[i] ?? []) > 4);
      const alike = answers.flatMap((one, i) =>
        answers
          .slice(i + 1)
          .filter((other) => other.id !== one.id && !told(one, other))
          .map((other) => `${one.name} is like ${other.name}`),
      );
      expect(alike).toEqual([]);
    }
  });
});
