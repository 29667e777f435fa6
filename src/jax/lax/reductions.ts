/** Reductions and running results, under the names of `jax.lax`. */
import type { JaxArray } from "../array/array";
import { bind } from "../core/trace";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxes, normalAxis } from "../numpy/axis";
import { scanned, scannedOp } from "../numpy/cumulative";
import { logaddexp } from "../numpy/elementwise";
import { define } from "../numpy/function-table";

type Axes = readonly number[];

function reduction(
  name: string,
  prim: "reduce_sum" | "reduce_max" | "reduce_min" | "reduce_prod" | "reduce_and" | "reduce_or",
  keywords = "",
): (operand: ArrayLike, axes: Axes) => JaxArray {
  return define(
    "jax.lax",
    `${name}(@operand, axes${keywords})`,
    (operand: ArrayLike, axes: Axes) => {
      const x = asArray(operand, name);
      return bind(prim, [x], { axes: normalAxes(axes, x.shape.length) });
    },
  );
}
/** Sum over axes. */
export const reduceSum = reduction("reduce_sum", "reduce_sum", ", *, out_sharding!=None");
/** Largest element over axes. */
export const reduceMax = reduction("reduce_max", "reduce_max");
/** Smallest element over axes. */
export const reduceMin = reduction("reduce_min", "reduce_min");
/** Product over axes. */
export const reduceProd = reduction("reduce_prod", "reduce_prod");
/** Whether all elements over axes are true. */
export const reduceAnd = reduction("reduce_and", "reduce_and");
/** Whether any element over axes is true. */
export const reduceOr = reduction("reduce_or", "reduce_or");

type Running = (operand: ArrayLike, axis?: number, reverse?: boolean) => JaxArray;
function running(
  name: string,
  run: (x: JaxArray, axis: number, reverse: boolean) => JaxArray,
): Running {
  return define(
    "jax.lax",
    `${name}(@operand, axis=0, reverse=False)`,
    (operand: ArrayLike, axis = 0, reverse = false) => {
      const x = asArray(operand, name);
      return run(x, normalAxis(axis, x.shape.length), reverse);
    },
  );
}
/** Running sums. */
export const cumsum: Running = running("cumsum", (x, axis, reverse) =>
  bind("cumsum", [x], { axis, reverse }),
);
/** Running products. */
export const cumprod: Running = running("cumprod", (x, axis, reverse) =>
  scannedOp("mul", x, axis, reverse),
);
/** Running maxima. */
export const cummax: Running = running("cummax", (x, axis, reverse) =>
  scannedOp("max", x, axis, reverse),
);
/** Running minima. */
export const cummin: Running = running("cummin", (x, axis, reverse) =>
  scannedOp("min", x, axis, reverse),
);
/** Running log(Σ exp). */
export const cumlogsumexp: Running = running("cumlogsumexp", (x, axis, reverse) =>
  scanned((a, b) => logaddexp(a, b), x, axis, reverse),
);
