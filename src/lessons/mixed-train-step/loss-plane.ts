import type { LossPlane } from "../../figure-models/step-plane-model";
import type { StepInputs } from "./inputs";
import { lessonGradient, lessonStart } from "./lesson-step";
import { affine } from "./model";

/**
 * The loss on a batch over the moves of both halves, in units of the right step. The hidden layer follows the NNX half; the
 * prediction is linear in the Linen half's move, so that the mean square is a parabola in it.
 */
export function lossPlane(batch: StepInputs, hidden: number): LossPlane {
  const { rows, inSize, outSize, lr } = batch;
  const [kernel, bias, head, headBias] = lessonStart(batch);
  const [kernelSlope, biasSlope, headSlope, headBiasSlope] = lessonGradient(batch);
  const still = affine(batch.x, kernel, bias, [rows, inSize, hidden]);
  const slope = affine(batch.x, kernelSlope, biasSlope, [rows, inSize, hidden]);
  const toOutput = [rows, hidden, outSize] as const;
  return (across) => {
    const h = still.map((z, i) => Math.max(0, z - across * lr * (slope[i] ?? NaN)));
    const before = affine(h, head, headBias, toOutput);
    const change = affine(h, headSlope, headBiasSlope, toOutput);
    let [c0, c1, c2] = [0, 0, 0];
    for (const [i, prediction] of before.entries()) {
      const residual = prediction - (batch.y[i] ?? NaN);
      const move = -lr * (change[i] ?? NaN);
      c0 += residual * residual;
      c1 += 2 * residual * move;
      c2 += move * move;
    }
    const count = before.length;
    return [c0 / count, c1 / count, c2 / count];
  };
}
