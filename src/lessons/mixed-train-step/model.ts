/** The mixed model in float64: x → Linear → activation → Dense → loss, with its gradient by hand. */
import type { Activation } from "./activations";
import { ACTIVATIONS } from "./activations";
import type { StepInputs } from "./inputs";
import type { Loss } from "./losses";
import { LOSSES } from "./losses";
import type { Pairing } from "./pairings";
import { PAIRINGS } from "./pairings";
import type { Leaves } from "./weights";

/** What a reading of the lesson may change in the forward pass; the defaults are the lesson's own. */
export type ModelKind = {
  hidden: number;
  activation: Activation;
  output: Activation;
  /** The width of the head; null for one feature a target. */
  features: number | null;
  pairing: Pairing;
  loss: Loss;
};

export const LESSON_MODEL: ModelKind = {
  hidden: 4,
  activation: ACTIVATIONS.relu,
  output: ACTIVATIONS.identity,
  features: null,
  pairing: PAIRINGS.own,
  loss: LOSSES.meanSquare,
};

/** Every stage of one forward pass, flat and row-major. */
export type Forward = {
  /** Before the activation, rows × hidden. */
  preHidden: readonly number[];
  hidden: readonly number[];
  /** Before the output activation, rows × outSize. */
  preOutput: readonly number[];
  residuals: readonly number[];
  loss: number;
};

/** Runs the model on a batch. */
export function forward(leaves: Leaves, batch: StepInputs, kind: ModelKind): Forward {
  const [nnxKernel, nnxBias, linenKernel, linenBias] = leaves;
  const { rows, inSize } = batch;
  const outSize = kind.features ?? batch.outSize;
  const preHidden = affine(batch.x, nnxKernel, nnxBias, [rows, inSize, kind.hidden]);
  const hidden = preHidden.map(kind.activation.value);
  const preOutput = affine(hidden, linenKernel, linenBias, [rows, kind.hidden, outSize]);
  const residuals = kind.pairing.residuals(preOutput.map(kind.output.value), batch.y, rows);
  return { preHidden, hidden, preOutput, residuals, loss: kind.loss.value(residuals) };
}

/** The loss and its gradient in every parameter. */
export function lossAndGradient(
  leaves: Leaves,
  batch: StepInputs,
  kind: ModelKind,
): { loss: number; gradient: Leaves } {
  const pass = forward(leaves, batch, kind);
  return { loss: pass.loss, gradient: backward(pass, leaves, batch, kind) };
}

/** The gradient of the loss in every parameter, by the chain rule from the loss back to x. */
export function backward(
  pass: Forward,
  leaves: Leaves,
  batch: StepInputs,
  kind: ModelKind,
): Leaves {
  const [, , linenKernel] = leaves;
  const { rows, inSize } = batch;
  const outSize = kind.features ?? batch.outSize;
  // dLoss/dPrediction · output'(z)
  const slopes = kind.pairing.gather(kind.loss.slopes(pass.residuals), pass.preOutput.length);
  const atOutput = pass.preOutput.map((z, i) => at(slopes, i) * kind.output.slope(z));
  // (atOutput · linenKernelᵀ) · activation'(z)
  const atHidden = pass.preHidden.map((z, i) => {
    const row = Math.floor(i / kind.hidden);
    const unit = i % kind.hidden;
    let back = 0;
    for (let o = 0; o < outSize; o++) {
      back += at(atOutput, row * outSize + o) * at(linenKernel, unit * outSize + o);
    }
    return back * kind.activation.slope(z);
  });
  return [
    transposedTimes(batch.x, atHidden, [rows, inSize, kind.hidden]),
    columnSums(atHidden, rows, kind.hidden),
    transposedTimes(pass.hidden, atOutput, [rows, kind.hidden, outSize]),
    columnSums(atOutput, rows, outSize),
  ];
}

type ThreeSizes = readonly [rows: number, inner: number, columns: number];

/** a · kernel + bias, rows × columns */
export function affine(
  a: readonly number[],
  kernel: readonly number[],
  bias: readonly number[],
  [rows, inner, columns]: ThreeSizes,
): number[] {
  const out: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = at(bias, column);
      for (let k = 0; k < inner; k++) {
        sum += at(a, row * inner + k) * at(kernel, k * columns + column);
      }
      out.push(sum);
    }
  }
  return out;
}

/** aᵀ · b, inner × columns */
function transposedTimes(
  a: readonly number[],
  b: readonly number[],
  [rows, inner, columns]: ThreeSizes,
): number[] {
  const out: number[] = [];
  for (let k = 0; k < inner; k++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        sum += at(a, row * inner + k) * at(b, row * columns + column);
      }
      out.push(sum);
    }
  }
  return out;
}

function columnSums(a: readonly number[], rows: number, columns: number): number[] {
  const ones = Array.from({ length: rows }, () => 1);
  return transposedTimes(ones, a, [rows, 1, columns]);
}

/** Out of range is NaN, so that a wrong size shows in the loss. */
function at(values: readonly number[], i: number): number {
  return values[i] ?? NaN;
}
