import type { RunPlan } from "../../../grading/plan-run";
import { seededRandom } from "../../../lib/seeded-random";
import type { RunOutcome } from "../../../protocol/run";
import { readInputs } from "../inputs";
import type { StepReading } from "../simulate";
import { simulateStep } from "../simulate";

/** A number as float32 arithmetic may give it: rounded, after an error of a few units in the last place. */
export function noisy(value: number, random: { uniform(): number }): number {
  return Math.fround(value * (1 + 4e-7 * (random.uniform() - 0.5)));
}

/** What code that reads the task so would send back. */
export function simulatedOutcome(plan: RunPlan, reading: StepReading): RunOutcome {
  const noise = seededRandom(plan.drawSeed + 1);
  return {
    id: 1,
    status: "done",
    backend: "cpu",
    precision: "float32",
    cases: plan.cases.map(({ id, inputs }) => {
      const values = simulateStep(readInputs(inputs), reading).map((value) => noisy(value, noise));
      return { id, shape: [values.length], values, problem: null, error: null };
    }),
    calls: [],
    seen: [],
    plots: [],
    console: [],
    error: null,
    ms: { boot: 0, run: 0 },
    notes: [],
  };
}
