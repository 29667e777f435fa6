import type { JaxArray } from "../array/array";
import { binaryOp, constLike, convert, fullLike, reduceSum } from "../core/ops";
import { bind } from "../core/trace";
import { INTEGER_RANGE, isFloating } from "../base/dtype";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { indexedAxis, normalAxes, type Axis } from "./axis";
import type { DTypeLike } from "./dtype-argument";
import { applyBinary, truth } from "./elementwise-kinds";
import { alias, define } from "./function-table";
import {
  accumulator,
  count,
  floating,
  inFloat32,
  masked,
  reduced,
  type ReduceOptions,
  type Reduction,
} from "./reduce-parts";

export interface SumOptions extends ReduceOptions {
  dtype?: DTypeLike | null;
  /** A number that the result starts from. */
  initial?: ArrayLike | null;
}
type Where = ArrayLike | null;

const SUM_PARAMETERS =
  "(@a, axis=None, dtype=None, out!=None, keepdims=False, @initial=None, @where=None, promote_integers!=True)";

function starting(value: JaxArray, op: "add" | "mul", initial?: ArrayLike | null): JaxArray {
  return initial === null || initial === undefined
    ? value
    : applyBinary(op, value, asArray(initial));
}

/** Sum of the elements, over all axes or those given. */
export const sum: Reduction<SumOptions> = define(
  "jax.numpy",
  `sum${SUM_PARAMETERS}`,
  (
    a: ArrayLike,
    axis?: Axis,
    dtype?: DTypeLike | null,
    keepdims = false,
    initial?: ArrayLike | null,
    where?: Where,
  ) => {
    const x = masked(accumulator(asArray(a, "sum"), dtype), where, 0);
    const axes = normalAxes(axis, x.shape.length);
    return reduced(x, axes, keepdims, starting(reduceSum(x, axes), "add", initial));
  },
);

/** Product of the elements, over all axes or those given. */
export const prod: Reduction<SumOptions> = define(
  "jax.numpy",
  `prod${SUM_PARAMETERS}`,
  (
    a: ArrayLike,
    axis?: Axis,
    dtype?: DTypeLike | null,
    keepdims = false,
    initial?: ArrayLike | null,
    where?: Where,
  ) => {
    const x = masked(accumulator(asArray(a, "prod"), dtype), where, 1);
    const axes = normalAxes(axis, x.shape.length);
    const product = bind("reduce_prod", [x], { axes });
    return reduced(x, axes, keepdims, starting(product, "mul", initial));
  },
);

/** Arithmetic mean; integers give float32. */
export const mean: Reduction<Omit<SumOptions, "initial">> = define(
  "jax.numpy",
  "mean(@a, axis=None, dtype=None, out!=None, keepdims=False, *, @where=None)",
  (a: ArrayLike, axis?: Axis, dtype?: DTypeLike | null, keepdims = false, where?: Where) =>
    inFloat32(floating(asArray(a, "mean"), dtype), (x) => meanOf(x, axis, keepdims, where)),
);

/** The mean of the elements that take part. */
export function meanOf(
  x: JaxArray,
  axis: Axis | undefined,
  keepdims: boolean,
  where?: Where,
): JaxArray {
  const wide = masked(x, where, 0);
  // JAX counts the elements along the axes before it looks at them.
  if (axis !== null && axis !== undefined)
    for (const each of typeof axis === "number" ? [axis] : axis) indexedAxis(each, x.shape.length);
  const axes = normalAxes(axis, wide.shape.length);
  const total = reduceSum(wide, axes);
  const value = binaryOp("div", total, divisor(wide, axes, where, 0));
  return reduced(wide, axes, keepdims, value);
}

/** The number of elements that take part, less `less`, in the dtype of `x`. */
export function divisor(
  x: JaxArray,
  axes: readonly number[],
  where: Where | undefined,
  less: number,
): JaxArray {
  if (where === null || where === undefined) return constLike(x, count(x, axes) - less);
  const counted = masked(fullLike(x, 1), where, 0);
  return binaryOp("sub", reduceSum(counted, axes), constLike(x, less));
}

interface ExtremeOptions extends ReduceOptions {
  initial?: ArrayLike | null;
}

function extreme(name: "max" | "min"): Reduction<ExtremeOptions> {
  const prim = name === "max" ? "reduce_max" : "reduce_min";
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, out!=None, keepdims=False, @initial=None, @where=None)`,
    (a: ArrayLike, axis?: Axis, keepdims = false, initial?: ArrayLike | null, where?: Where) => {
      const given = asArray(a, name);
      const hasInitial = initial !== null && initial !== undefined;
      if (where !== null && where !== undefined && !hasInitial)
        throw new ValueError(
          `reduction operation ${name} does not have an identity, so to use a where mask one has to specify 'initial'`,
        );
      const x = masked(convert(given, given.dtype), where, lowest(given, name));
      const axes = normalAxes(axis, x.shape.length);
      if (count(x, axes) === 0 && !hasInitial)
        throw new ValueError(
          `zero-size array to reduction operation ${name} which has no identity`,
        );
      const value = bind(prim, [x], { axes });
      return reduced(
        x,
        axes,
        keepdims,
        hasInitial ? applyBinary(name, asArray(initial), value) : value,
      );
    },
  );
}

/** A value that no element lies below (for max) or above (for min). */
export function lowest({ dtype }: JaxArray, name: "max" | "min"): number {
  if (isFloating(dtype)) return name === "max" ? -Infinity : Infinity;
  if (dtype === "bool") return name === "max" ? 0 : 1;
  const [low, high] = INTEGER_RANGE[dtype] ?? [0, 0];
  return name === "max" ? low : high;
}

/** The largest element; where several are equal the gradient is shared among them. */
export const max: Reduction<ExtremeOptions> = extreme("max");
/** The smallest element; where several are equal the gradient is shared among them. */
export const min: Reduction<ExtremeOptions> = extreme("min");
/** The largest element, by NumPy's older name. */
export const amax: Reduction<ExtremeOptions> = alias("jax.numpy", "amax", max);
/** The smallest element, by NumPy's older name. */
export const amin: Reduction<ExtremeOptions> = alias("jax.numpy", "amin", min);

/** The largest less the smallest element. */
export const ptp: Reduction<Omit<ReduceOptions, "where">> = define(
  "jax.numpy",
  "ptp(@a, axis=None, out!=None, keepdims=False)",
  (a: ArrayLike, axis: Axis = null, keepdims = false) =>
    max(a, { axis, keepdims }).sub(min(a, { axis, keepdims })),
);

function quantified(name: "any" | "all"): Reduction<ReduceOptions> {
  const prim = name === "any" ? "reduce_or" : "reduce_and";
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, out!=None, keepdims=False, *, @where=None)`,
    (a: ArrayLike, axis?: Axis, keepdims = false, where?: Where) => {
      const x = masked(truth(asArray(a, name)), where, name === "any" ? 0 : 1);
      const axes = normalAxes(axis, x.shape.length);
      return reduced(x, axes, keepdims, bind(prim, [x], { axes }));
    },
  );
}
/** True if some element is. */
export const any: Reduction<ReduceOptions> = quantified("any");
/** True if every element is. */
export const all: Reduction<ReduceOptions> = quantified("all");

/** How many elements are not zero. */
export const countNonzero: Reduction<Omit<ReduceOptions, "where">> = define(
  "jax.numpy",
  "count_nonzero(@a, axis=None, keepdims=False)",
  (a: ArrayLike, axis: Axis = null, keepdims = false) =>
    sum(truth(asArray(a, "count_nonzero")), { axis, keepdims }),
);
