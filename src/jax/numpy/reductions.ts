import type { JaxArray } from "../core/array";
import { range, sizeOf } from "../core/aval";
import { binaryOp, constLike, convert, reduceSum, reshape, unaryOp } from "../core/ops";
import { bind } from "../core/trace";
import { accumulatorDType, isFloating, promoteToInexact, type DType } from "../dtype";
import { ValueError } from "../errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxes, normalAxis, type Axis } from "./axis";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { truth } from "./elementwise";
import { alias, define } from "./function-table";

interface ReduceOptions {
  axis?: Axis;
  /** Keep the reduced axes with length 1. */
  keepdims?: boolean;
}
interface SumOptions extends ReduceOptions {
  dtype?: DTypeLike | null;
}
interface SpreadOptions extends ReduceOptions {
  /** Subtracted from the number of elements in the divisor. */
  ddof?: number;
}
type Reduction<Options> = (a: ArrayLike, axis?: Axis | Options, options?: Options) => JaxArray;

function reduced(
  x: JaxArray,
  axes: readonly number[],
  keepdims: boolean,
  value: JaxArray,
): JaxArray {
  if (!keepdims) return value;
  return reshape(
    value,
    x.shape.map((n, i) => (axes.includes(i) ? 1 : n)),
  );
}

function count(x: JaxArray, axes: readonly number[]): number {
  return axes.reduce((product, axis) => product * x.shape[axis], 1);
}

/** What sums and products are kept in: booleans are counted in int32. */
function accumulator(x: JaxArray, dtype: DTypeLike | null | undefined): JaxArray {
  const wanted: DType = dtypeOf(dtype, accumulatorDType(x.dtype));
  return x.dtype === wanted ? x : convert(x, wanted);
}

/** Sum of the elements, over all axes or those given. */
export const sum: Reduction<SumOptions> = define(
  "jax.numpy",
  "sum(a, axis=None, dtype=None, out!=None, keepdims=False, initial!=None, where!=None, promote_integers!=True)",
  (a: ArrayLike, axis?: Axis, dtype?: DTypeLike | null, keepdims = false) => {
    const x = accumulator(asArray(a, "sum"), dtype);
    const axes = normalAxes(axis, x.shape.length);
    return reduced(x, axes, keepdims, reduceSum(x, axes));
  },
);

/** Product of the elements, over all axes or those given. */
export const prod: Reduction<SumOptions> = define(
  "jax.numpy",
  "prod(a, axis=None, dtype=None, out!=None, keepdims=False, initial!=None, where!=None, promote_integers!=True)",
  (a: ArrayLike, axis?: Axis, dtype?: DTypeLike | null, keepdims = false) => {
    const x = accumulator(asArray(a, "prod"), dtype);
    const axes = normalAxes(axis, x.shape.length);
    return reduced(x, axes, keepdims, bind("reduce_prod", [x], { axes }));
  },
);

/** Arithmetic mean; integers give float32. */
export const mean: Reduction<SumOptions> = define(
  "jax.numpy",
  "mean(a, axis=None, dtype=None, out!=None, keepdims=False, *, where!=None)",
  (a: ArrayLike, axis?: Axis, dtype?: DTypeLike | null, keepdims = false) => {
    const x = asArray(a, "mean");
    return meanOf(convertTo(x, dtype), axis, keepdims);
  },
);

function convertTo(x: JaxArray, dtype: DTypeLike | null | undefined): JaxArray {
  const inexact = promoteToInexact(x);
  return convert(x, dtypeOf(dtype, inexact.dtype), x.weak && inexact.weak);
}

function meanOf(x: JaxArray, axis: Axis | undefined, keepdims: boolean): JaxArray {
  const axes = normalAxes(axis, x.shape.length);
  const total = reduceSum(x, axes);
  return reduced(x, axes, keepdims, binaryOp("div", total, constLike(total, count(x, axes))));
}

function variance(a: ArrayLike, axis: Axis | undefined, ddof: number, keepdims: boolean): JaxArray {
  const x = convertTo(asArray(a, "var"), null);
  const axes = normalAxes(axis, x.shape.length);
  const centered = binaryOp("sub", x, meanOf(x, axes, true));
  const total = reduceSum(unaryOp("square", centered), axes);
  const value = binaryOp("div", total, constLike(total, count(x, axes) - ddof));
  return reduced(x, axes, keepdims, value);
}

/** Variance: the mean of the squared distances from the mean. */
const variance_: Reduction<SpreadOptions> = define(
  "jax.numpy",
  "var(a, axis=None, dtype!=None, out!=None, ddof=0, keepdims=False, *, where!=None, mean!=None, correction!=None)",
  (a: ArrayLike, axis?: Axis, ddof = 0, keepdims = false) => variance(a, axis, ddof, keepdims),
);
export { variance_ as var };

/** Standard deviation: the square root of the variance. */
export const std: Reduction<SpreadOptions> = define(
  "jax.numpy",
  "std(a, axis=None, dtype!=None, out!=None, ddof=0, keepdims=False, *, where!=None, mean!=None, correction!=None)",
  (a: ArrayLike, axis?: Axis, ddof = 0, keepdims = false) =>
    unaryOp("sqrt", variance(a, axis, ddof, keepdims)),
);

function extreme(name: "max" | "min"): Reduction<ReduceOptions> {
  const prim = name === "max" ? "reduce_max" : "reduce_min";
  return define(
    "jax.numpy",
    `${name}(a, axis=None, out!=None, keepdims=False, initial!=None, where!=None)`,
    (a: ArrayLike, axis?: Axis, keepdims = false) => {
      const x = asArray(a, name);
      const axes = normalAxes(axis, x.shape.length);
      if (count(x, axes) === 0)
        throw new ValueError(
          `zero-size array to reduction operation ${name} which has no identity`,
        );
      return reduced(x, axes, keepdims, bind(prim, [x], { axes }));
    },
  );
}
/** The largest element; where several are equal the gradient is shared among them. */
export const max: Reduction<ReduceOptions> = extreme("max");
/** The smallest element; where several are equal the gradient is shared among them. */
export const min: Reduction<ReduceOptions> = extreme("min");
/** The largest element, by NumPy's older name. */
export const amax: Reduction<ReduceOptions> = alias("jax.numpy", "amax", max);
/** The smallest element, by NumPy's older name. */
export const amin: Reduction<ReduceOptions> = alias("jax.numpy", "amin", min);

function quantified(name: "any" | "all"): Reduction<ReduceOptions> {
  const prim = name === "any" ? "reduce_or" : "reduce_and";
  return define(
    "jax.numpy",
    `${name}(a, axis=None, out!=None, keepdims=False, *, where!=None)`,
    (a: ArrayLike, axis?: Axis, keepdims = false) => {
      const x = truth(asArray(a, name));
      const axes = normalAxes(axis, x.shape.length);
      return reduced(x, axes, keepdims, bind(prim, [x], { axes }));
    },
  );
}
/** True if some element is. */
export const any: Reduction<ReduceOptions> = quantified("any");
/** True if every element is. */
export const all: Reduction<ReduceOptions> = quantified("all");

interface ArgOptions {
  axis?: number | null;
  keepdims?: boolean;
}
type ArgReduction = (a: ArrayLike, axis?: number | null | ArgOptions, o?: ArgOptions) => JaxArray;

function argument(name: "argmax" | "argmin"): ArgReduction {
  return define(
    "jax.numpy",
    `${name}(a, axis=None, out!=None, keepdims=None)`,
    (a: ArrayLike, axis?: number | null, keepdims = false) => {
      const x = asArray(a, name);
      const whole = axis === null || axis === undefined;
      if (sizeOf(x.shape) === 0)
        throw new ValueError(`attempt to get ${name} of an empty sequence`);
      const flat = whole ? reshape(x, [sizeOf(x.shape)]) : x;
      const along = whole ? 0 : normalAxis(axis, x.shape.length);
      const index = bind(name, [flat], { axis: along });
      return reduced(x, whole ? range(x.shape.length) : [along], keepdims, index);
    },
  );
}
/** Index of the first largest element (int32); without an axis, in the flattened array. */
export const argmax: ArgReduction = argument("argmax");
/** Index of the first smallest element (int32); without an axis, in the flattened array. */
export const argmin: ArgReduction = argument("argmin");

/** Running sums along an axis; without an axis, over the flattened array. */
export const cumsum: (a: ArrayLike, axis?: number | null | { axis?: number | null }) => JaxArray =
  define(
    "jax.numpy",
    "cumsum(a, axis=None, dtype!=None, out!=None)",
    (a: ArrayLike, axis?: number | null) => {
      const given = asArray(a, "cumsum");
      const x = given.dtype === "bool" ? convert(given, "int32") : given;
      const whole = axis === null || axis === undefined;
      const flat = whole ? reshape(x, [sizeOf(x.shape)]) : x;
      const along = whole ? 0 : normalAxis(axis, x.shape.length);
      return bind("cumsum", [flat], { axis: along, reverse: false });
    },
  );

/** Whether all elements are close: |a − b| ≤ atol + rtol · |b|. */
export const allclose: (
  a: ArrayLike,
  b: ArrayLike,
  options?: { rtol?: number; atol?: number },
) => JaxArray = define(
  "jax.numpy",
  "allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan!=False)",
  (a: ArrayLike, b: ArrayLike, rtol = 1e-5, atol = 1e-8) => {
    const [x, y] = [asArray(a, "allclose"), asArray(b, "allclose", 1)];
    const gap = x.sub(y).abs();
    const near = gap.lessEqual(y.abs().mul(rtol).add(atol));
    return all(isFloating(gap.dtype) ? x.equal(y).logicalOr(near) : near);
  },
);
