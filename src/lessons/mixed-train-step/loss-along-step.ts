import type { UpdatePoint } from "../../grading/lesson-check";
import type { StepInputs } from "./inputs";
import type { ModelKind } from "./model";
import { affine } from "./model";
import type { Leaves } from "./weights";

/**
 * The loss on a batch as a function of how far each of the four leaves moved along its step, with the slope in
 * each move. The fit asks for thousands of points while its reader waits, so what no move changes is computed
 * once (before the activation the hidden layer is affine in the NNX half's moves, and no kernel of the input's
 * size is met again) and a point allocates next to nothing.
 */
export function lossAlongStep(
  start: Leaves,
  step: Leaves,
  batch: StepInputs,
  kind: ModelKind,
): (moves: readonly number[]) => UpdatePoint {
  const { rows, inSize, outSize } = batch;
  const { hidden: width, activation, output, loss } = kind;
  const toHidden = [rows, inSize, width] as const;
  const still = Float64Array.from(affine(batch.x, start[0], start[1], toHidden));
  const byKernel = Float64Array.from(affine(batch.x, step[0], zeros(width), toHidden));
  const byBias = Float64Array.from(step[1]);
  const [, , head, headBias] = start.map((leaf) => Float64Array.from(leaf));
  const [, , headStep, headBiasStep] = step.map((leaf) => Float64Array.from(leaf));

  const preHidden = new Float64Array(rows * width);
  const hidden = new Float64Array(rows * width);
  const preOutput = new Float64Array(rows * outSize);
  const residuals = zeros(rows * outSize);

  /** The hidden layer after the NNX half's moves. */
  function moveHidden(kernel: number, bias: number): void {
    for (let i = 0; i < preHidden.length; i++) {
      const z = at(still, i) + kernel * at(byKernel, i) + bias * at(byBias, i % width);
      preHidden[i] = z;
      hidden[i] = activation.value(z);
    }
  }

  /** What is left of the targets after the Linen half's moves. */
  function moveResiduals(kernel: number, bias: number): void {
    for (let i = 0; i < preOutput.length; i++) {
      const o = i % outSize;
      const row = (i - o) / outSize;
      let z = at(headBias, o) + bias * at(headBiasStep, o);
      for (let unit = 0; unit < width; unit++) {
        const k = unit * outSize + o;
        z += at(hidden, row * width + unit) * (at(head, k) + kernel * at(headStep, k));
      }
      preOutput[i] = z;
      residuals[i] = output.value(z) - (batch.y[i] ?? NaN);
    }
  }

  return ([nnxKernel = 0, nnxBias = 0, linenKernel = 0, linenBias = 0]) => {
    moveHidden(nnxKernel, nnxBias);
    moveResiduals(linenKernel, linenBias);
    // dLoss/dResidual · output'(z), then back through the head and the activation.
    const slopes = loss.slopes(residuals);
    let [inNnxKernel, inNnxBias, inLinenKernel, inLinenBias] = [0, 0, 0, 0];
    for (let i = 0; i < preOutput.length; i++) {
      const o = i % outSize;
      const row = (i - o) / outSize;
      const atOutput = (slopes[i] ?? NaN) * output.slope(at(preOutput, i));
      for (let unit = 0; unit < width; unit++) {
        const h = row * width + unit;
        const k = unit * outSize + o;
        const weight = at(head, k) + linenKernel * at(headStep, k);
        const atHidden = atOutput * weight * activation.slope(at(preHidden, h));
        inNnxKernel += atHidden * at(byKernel, h);
        inNnxBias += atHidden * at(byBias, unit);
        inLinenKernel += atOutput * at(hidden, h) * at(headStep, k);
      }
      inLinenBias += atOutput * at(headBiasStep, o);
    }
    return {
      value: loss.value(residuals),
      slopes: [inNnxKernel, inNnxBias, inLinenKernel, inLinenBias],
    };
  };
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

/** Out of range is NaN, so that a wrong size shows in the loss. */
function at(values: Float64Array | undefined, i: number): number {
  return values?.[i] ?? NaN;
}
