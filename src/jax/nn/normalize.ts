import type { JaxArray } from "../array/array";
import { unaryOp } from "../core/ops";
import { maximum } from "../numpy/elementwise";
import { mean } from "../numpy/reductions";

export interface NormalizeOptions {
  /** Multiplies the result along the last axis; null for none. */
  readonly scale: JaxArray | null;
  /** Is added along the last axis; null for none. */
  readonly bias: JaxArray | null;
  /** Added to the variance. */
  readonly epsilon: number;
  /** Whether the variance is E[x²] − E[x]², as Flax computes it unless told otherwise. */
  readonly useFastVariance: boolean;
}

/** x with mean 0 and variance 1 along its last axis, in Flax's order of operations, then scaled and moved. */
export function normalizeLast(x: JaxArray, options: NormalizeOptions): JaxArray {
  const { scale, bias, epsilon, useFastVariance } = options;
  const along = { axis: -1, keepdims: true };
  const center = mean(x, along);
  const variance = useFastVariance
    ? maximum(0, mean(x.mul(x), along).sub(center.mul(center)))
    : mean(x.sub(center).pow(2), along);
  const inverse = unaryOp("rsqrt", variance.add(epsilon));
  const scaled = x.sub(center).mul(scale === null ? inverse : inverse.mul(scale));
  return bias === null ? scaled : scaled.add(bias);
}
