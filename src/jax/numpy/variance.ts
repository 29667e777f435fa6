import type { JaxArray } from "../array/array";
import { ConcreteArray } from "../array/concrete";
import {
  binaryOp,
  broadcastTo,
  constLike,
  fullLike,
  reduceSum,
  select,
  unaryOp,
} from "../core/ops";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxes, normalAxis, type Axis } from "./axis";
import type { DTypeLike } from "./dtype-argument";
import { define } from "./function-table";
import { promotedInexact } from "./promote";
import {
  floating,
  inFloat32,
  masked,
  reduced,
  type ReduceOptions,
  type Reduction,
} from "./reduce-parts";
import { divisor, meanOf, sum } from "./reductions";
import { expandDims, moveaxis } from "./shaping";

export interface SpreadOptions extends ReduceOptions {
  /** The dtype to compute in. */
  dtype?: DTypeLike | null;
  /** Subtracted from the number of elements in the divisor. */
  ddof?: number;
  /** The mean, where it is known already. */
  mean?: ArrayLike | null;
  /** The array API's name of ddof. */
  correction?: number | null;
}
const SPREAD_PARAMETERS =
  "(@a, axis=None, dtype=None, out!=None, ddof=0, keepdims=False, *, @where=None, @mean=None, correction=None)";

/** The variance of the elements that take part. */
export function varianceOf(
  a: ArrayLike,
  axis: Axis | undefined,
  dtype: DTypeLike | null | undefined,
  ddof: number,
  keepdims: boolean,
  where?: ArrayLike | null,
  mean?: ArrayLike | null,
  correction?: number | null,
): JaxArray {
  if (typeof correction === "number" && ddof !== 0)
    throw new ValueError("ddof and correction can't be provided simultaneously.");
  return inFloat32(floating(asArray(a, "var"), dtype), (x) => {
    const middle = mean === null || mean === undefined ? meanOf(x, axis, true, where) : mean;
    const squares = masked(unaryOp("square", x.sub(middle)), where, 0);
    const axes = normalAxes(axis, squares.shape.length);
    const total = reduceSum(squares, axes);
    const count = divisor(squares, axes, where, correction ?? ddof);
    return reduced(squares, axes, keepdims, ratio(total, count));
  });
}

/** A sum over a count; NaN where nothing is counted. */
function ratio(total: JaxArray, count: JaxArray): JaxArray {
  const value = binaryOp("div", total, count);
  if (count instanceof ConcreteArray && (count.uniform() ?? 0) > 0) return value;
  const isSome = broadcastTo(binaryOp("gt", count, constLike(count, 0)), value.shape);
  return select(isSome, fullLike(value, NaN), value);
}

/** Variance: the mean of the squared distances from the mean. */
const variance: Reduction<SpreadOptions> = define(
  "jax.numpy",
  `var${SPREAD_PARAMETERS}`,
  (
    a: ArrayLike,
    axis?: Axis,
    dtype?: DTypeLike | null,
    ddof = 0,
    keepdims = false,
    where?: ArrayLike | null,
    mean?: ArrayLike | null,
    correction?: number | null,
  ) => varianceOf(a, axis, dtype, ddof, keepdims, where, mean, correction),
);
export { variance as var };

/** Standard deviation: the square root of the variance. */
export const std: Reduction<SpreadOptions> = define(
  "jax.numpy",
  `std${SPREAD_PARAMETERS}`,
  (
    a: ArrayLike,
    axis?: Axis,
    dtype?: DTypeLike | null,
    ddof = 0,
    keepdims = false,
    where?: ArrayLike | null,
    mean?: ArrayLike | null,
    correction?: number | null,
  ) => unaryOp("sqrt", varianceOf(a, axis, dtype, ddof, keepdims, where, mean, correction)),
);

interface AverageOptions {
  axis?: Axis;
  weights?: ArrayLike | null;
  returned?: boolean;
  keepdims?: boolean;
}
/** The mean with a weight for each element; with `returned`, also the sum of the weights. */
export const average: <O extends AverageOptions>(
  a: ArrayLike,
  axis?: Axis | O,
  options?: O,
) => O extends { returned: true } ? JaxArray[] : JaxArray = define(
  "jax.numpy",
  "average(@a, axis=None, @weights=None, returned=False, keepdims=False)",
  (
    a: ArrayLike,
    axis: Axis = null,
    weights?: ArrayLike | null,
    returned = false,
    keepdims = false,
  ) => {
    const given = floating(asArray(a, "average"), null);
    const [x, w] =
      weights === null || weights === undefined
        ? [given, given.mul(0).add(1)]
        : weighted(given, asArray(weights, "average", 2), axis);
    const total = sum(w, { axis, keepdims });
    const value = sum(x.mul(w), { axis, keepdims }).div(total);
    return returned ? [value, broadcastTo(total, value.shape)] : value;
  },
);

/** Weights in the shape of the array; a vector of weights lies along the axis. */
function weighted(a: JaxArray, weights: JaxArray, axis: Axis): [JaxArray, JaxArray] {
  const [x, w] = promotedInexact([a, weights]);
  if (x.shape.join() === w.shape.join()) return [x, w];
  if (axis === null)
    throw new JaxTypeError("Axis must be specified when shapes of a and weights differ.");
  if (w.shape.length !== 1 || typeof axis !== "number")
    throw new JaxTypeError("1D weights expected when shapes of a and weights differ.");
  const at = normalAxis(axis, x.shape.length);
  if (w.shape[0] !== x.shape[at])
    throw new ValueError("Length of weights not compatible with specified axis.");
  let wide = w;
  for (let i = 1; i < x.shape.length; i++) wide = expandDims(wide, 0);
  return [x, broadcastTo(moveaxis(wide, -1, at), x.shape)];
}
