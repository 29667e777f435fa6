/** Steps that the reductions of jax.numpy share. */
import type { JaxArray } from "../array/array";
import { broadcastTo, convert, fullLike, reshape, select } from "../core/ops";
import { refuseKeySums } from "../core/refuse-keys";
import { accumulatorDType, isHalf, promoteToInexact, type DType } from "../base/dtype";
import { asArray, type ArrayLike } from "./as-array";
import type { Axis } from "./axis";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { truth } from "./elementwise-kinds";
import { commonShape } from "./promote";

export interface ReduceOptions {
  axis?: Axis;
  /** Keep the reduced axes with length 1. */
  keepdims?: boolean;
  /** Which elements take part; the others count as not there. */
  where?: ArrayLike | null;
}
export type Reduction<Options> = (
  a: ArrayLike,
  axis?: Axis | Options,
  options?: Options,
) => JaxArray;

/** A reduced value with the reduced axes as length 1 where they are kept. */
export function reduced(
  x: JaxArray,
  axes: readonly number[],
  keepdims: boolean | null | undefined,
  value: JaxArray,
): JaxArray {
  if (keepdims !== true) return value;
  return reshape(
    value,
    x.shape.map((n, i) => (axes.includes(i) ? 1 : n)),
  );
}

/** How many elements one result comes from. */
export function count(x: JaxArray, axes: readonly number[]): number {
  return axes.reduce((product, axis) => product * x.shape[axis], 1);
}

/** Elements that take no part replaced by a number that changes nothing. */
export function masked(x: JaxArray, where: ArrayLike | null | undefined, filler: number): JaxArray {
  if (where === null || where === undefined) return x;
  const flags = truth(asArray(where));
  const shape = commonShape([x.shape, flags.shape]);
  return select(broadcastTo(flags, shape), fullLike(x, filler, shape), broadcastTo(x, shape));
}

/** What sums and products are kept in: booleans are counted in int32. */
export function accumulator(x: JaxArray, dtype: DTypeLike | null | undefined): JaxArray {
  refuseKeySums(x);
  const wanted: DType = dtypeOf(dtype, accumulatorDType(x.dtype));
  return convert(x, wanted);
}

/** The array in a dtype, or else in a floating one. */
export function floating(x: JaxArray, dtype: DTypeLike | null | undefined): JaxArray {
  return convert(x, dtypeOf(dtype, promoteToInexact(x).dtype));
}

/** Runs `compute` on an array; a 16-bit float is computed in float32, and only the result is rounded. */
export function inFloat32(x: JaxArray, compute: (x: JaxArray) => JaxArray): JaxArray {
  if (!isHalf(x.dtype)) return compute(x);
  return convert(compute(convert(x, "float32")), x.dtype, x.weak);
}
