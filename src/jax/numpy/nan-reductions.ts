import type { JaxArray } from "../array/array";
import { binaryOp, fullLike, select, unaryOp } from "../core/ops";
import { isFloating } from "../base/dtype";
import { asArray, type ArrayLike } from "./as-array";
import { argumentOf, type ArgReduction } from "./arg-reductions";
import type { Axis } from "./axis";
import { cumprod, cumsum, type Cumulative } from "./cumulative";
import type { DTypeLike } from "./dtype-argument";
import { logicalAnd } from "./elementwise";
import { define } from "./function-table";
import type { Reduction } from "./reduce-parts";
import { all, lowest, max, mean, min, prod, sum, type SumOptions } from "./reductions";
import { varianceOf, type SpreadOptions } from "./variance";

type Where = ArrayLike | null | undefined;

function isNumber(x: JaxArray): JaxArray {
  return binaryOp("eq", x, x);
}

/** NaN replaced by a number. */
function without(x: JaxArray, filler: number): JaxArray {
  return isFloating(x.dtype) ? select(isNumber(x), fullLike(x, filler), x) : x;
}

/** The elements that are numbers, of those that take part. */
function present(x: JaxArray, where: Where): JaxArray {
  return where === null || where === undefined ? isNumber(x) : logicalAnd(isNumber(x), where);
}

function summing(name: string, run: Reduction<SumOptions>, neutral: number): Reduction<SumOptions> {
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, dtype=None, out!=None, keepdims=False, @initial=None, @where=None)`,
    (
      a: ArrayLike,
      axis: Axis = null,
      dtype?: DTypeLike | null,
      keepdims = false,
      initial?: ArrayLike | null,
      where?: ArrayLike | null,
    ) => run(without(asArray(a, name), neutral), { axis, dtype, keepdims, initial, where }),
  );
}
/** Sum of the elements that are numbers. */
export const nansum: Reduction<SumOptions> = summing("nansum", sum, 0);
/** Product of the elements that are numbers. */
export const nanprod: Reduction<SumOptions> = summing("nanprod", prod, 1);

/** Mean of the elements that are numbers; NaN where there are none. */
export const nanmean: Reduction<SumOptions> = define(
  "jax.numpy",
  "nanmean(@a, axis=None, dtype=None, out!=None, keepdims=False, @where=None)",
  (
    a: ArrayLike,
    axis: Axis = null,
    dtype?: DTypeLike | null,
    keepdims = false,
    where?: ArrayLike | null,
  ) => {
    const x = asArray(a, "nanmean");
    return mean(without(x, 0), { axis, dtype, keepdims, where: present(x, where) });
  },
);

function nanExtreme(name: "nanmax" | "nanmin"): Reduction<SumOptions> {
  const side = name === "nanmax" ? "max" : "min";
  const run = name === "nanmax" ? max : min;
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, out!=None, keepdims=False, @initial=None, @where=None)`,
    (
      a: ArrayLike,
      axis: Axis = null,
      keepdims = false,
      initial?: ArrayLike | null,
      where?: ArrayLike | null,
    ) => {
      const x = asArray(a, name);
      const result = run(without(x, lowest(x, side)), { axis, keepdims, initial, where });
      if (!isFloating(x.dtype) || (initial !== null && initial !== undefined)) return result;
      const none = all(unaryOp("not", isNumber(x)), { axis, keepdims });
      return select(none, result, fullLike(result, NaN));
    },
  );
}
/** The largest element that is a number; NaN where there is none. */
export const nanmax: Reduction<SumOptions> = nanExtreme("nanmax");
/** The smallest element that is a number; NaN where there is none. */
export const nanmin: Reduction<SumOptions> = nanExtreme("nanmin");

function nanArgument(name: "nanargmax" | "nanargmin"): ArgReduction {
  const [prim, side] =
    name === "nanargmax" ? (["argmax", "max"] as const) : (["argmin", "min"] as const);
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, out!=None, keepdims=None)`,
    (a: ArrayLike, axis?: number | null, keepdims?: boolean | null) => {
      const x = asArray(a, name);
      const index = argumentOf(prim, without(x, lowest(x, side)), axis, keepdims);
      if (!isFloating(x.dtype)) return index;
      const none = all(unaryOp("not", isNumber(x)), {
        axis: axis ?? null,
        keepdims: keepdims ?? false,
      });
      return select(none, index, fullLike(index, -1));
    },
  );
}
/** Index of the first largest number; −1 where there is none. */
export const nanargmax: ArgReduction = nanArgument("nanargmax");
/** Index of the first smallest number; −1 where there is none. */
export const nanargmin: ArgReduction = nanArgument("nanargmin");

const SPREAD =
  "(@a, axis=None, dtype=None, out!=None, ddof=0, keepdims=False, @where=None, @mean=None)";
type NanSpread = Reduction<Omit<SpreadOptions, "correction">>;

function nanSpread(name: string, finish: (variance: JaxArray) => JaxArray): NanSpread {
  return define(
    "jax.numpy",
    `${name}${SPREAD}`,
    (
      a: ArrayLike,
      axis?: Axis,
      dtype?: DTypeLike | null,
      ddof = 0,
      keepdims = false,
      where?: ArrayLike | null,
      middle?: ArrayLike | null,
    ) => {
      const x = asArray(a, name);
      const flags = present(x, where);
      return finish(varianceOf(without(x, 0), axis, dtype, ddof, keepdims, flags, middle));
    },
  );
}
/** Variance of the elements that are numbers. */
export const nanvar: NanSpread = nanSpread("nanvar", (variance) => variance);
/** Standard deviation of the elements that are numbers. */
export const nanstd: NanSpread = nanSpread("nanstd", (variance) => unaryOp("sqrt", variance));

function running(name: string, run: Cumulative, neutral: number): Cumulative {
  return define(
    "jax.numpy",
    `${name}(@a, axis=None, dtype=None, out!=None)`,
    (a: ArrayLike, axis?: number | null, dtype?: DTypeLike | null) =>
      run(without(asArray(a, name), neutral), { axis: axis ?? null, dtype: dtype ?? null }),
  );
}
/** Running sums; NaN counts as 0. */
export const nancumsum: Cumulative = running("nancumsum", cumsum, 0);
/** Running products; NaN counts as 1. */
export const nancumprod: Cumulative = running("nancumprod", cumprod, 1);
