import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FREEZE_TRAINING } from "./freeze-training";
import { readInputs, writeInputs } from "./inputs";
import { LESSON_MODEL, lossAndGradient } from "./model";
import { startOf } from "./simulate";

type Recorded = {
  seed: number;
  lr: number;
  run: string;
  factors: number[];
  losses: number[];
  predictions: number[];
};
const recording: { at_steps: number[]; cases: Recorded[] } = JSON.parse(
  readFileSync(new URL("../../../golden/recordings/half_frozen.json", import.meta.url), "utf8"),
);
const { points, start, step, predict } = FREEZE_TRAINING;

describe("training with a half frozen", () => {
  it("follows 500 steps of JAX with each half frozen or scaled", () => {
    expect(recording.cases).toHaveLength(24);
    for (const { seed, lr, run, factors, losses, predictions } of recording.cases) {
      const parameters = start(seed);
      const rates = factors.map((factor) => factor * lr);
      const path = Array.from({ length: 501 }, (_, at) => {
        if (at === 300) {
          // Rounding errors of float32 add up over the steps.
          for (const [i, value] of predict(parameters, points.x).entries())
            expect(Math.abs(value - predictions[i]), `${seed} ${lr} ${run} x ${i}`).toBeLessThan(
              2e-3,
            );
        }
        return step(parameters, rates);
      });
      for (const [i, at] of recording.at_steps.entries())
        expect(Math.abs(path[at] - losses[i]), `${seed} ${lr} ${run} ${at}`).toBeLessThan(
          2e-6 + 2e-3 * losses[i],
        );
    }
  });

  it("takes the lesson's step, to the rounding of float64", () => {
    const { x, y } = points;
    const inputs = readInputs(writeInputs({ seed: 5, rows: 16, x, y, lr: 0.3 }));
    const leaves = startOf(inputs, LESSON_MODEL);
    const { loss, gradient } = lossAndGradient(leaves, inputs, LESSON_MODEL);
    const parameters = start(5);
    expect(step(parameters, [1, 2, 3, 4])).toBeCloseTo(loss, 14);
    const moved = leaves.flatMap((leaf, l) => leaf.map((v, i) => v - (l + 1) * gradient[l][i]));
    for (const [i, value] of moved.entries()) expect(parameters[i]).toBeCloseTo(value, 14);
  });
});
