import type { JaxArray } from "../array/array";
import { tupleText } from "../array/aval";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxes, normalAxis } from "../numpy/axis";
import { abs, notEqual, power, sqrt, square } from "../numpy/elementwise";
import { define } from "../numpy/function-table";
import { promotedInexact } from "../numpy/promote";
import { max, min, sum } from "../numpy/reductions";
import { expandDims, moveaxis, reshape } from "../numpy/shaping";
import { sizeOf } from "../array/aval";
import { singularOf } from "./singular";

/** Which norm: a number (Infinity and −Infinity too), "fro" or "nuc", or null for the usual one. */
type Order = number | "fro" | "nuc" | null;
type AxisChoice = number | readonly number[] | null;

function operand(name: string, x: ArrayLike): JaxArray {
  return promotedInexact([asArray(x, `jnp.linalg.${name}`)])[0];
}

function vector(
  x: JaxArray,
  axis: number | readonly number[],
  ord: Order,
  keepdims: boolean,
): JaxArray {
  const options = { axis, keepdims };
  if (ord === null || ord === 2) return sqrt(sum(square(x), options));
  if (ord === Infinity) return max(abs(x), options);
  if (ord === -Infinity) return min(abs(x), options);
  if (ord === 0) return sum(notEqual(x, 0).astype(x.dtype), options);
  if (ord === 1) return sum(abs(x), options);
  if (typeof ord === "string") throw new ValueError(`Invalid order '${ord}' for vector norm.`);
  return power(sum(power(abs(x), ord), options), 1 / ord);
}

function singularNorm(
  x: JaxArray,
  rows: number,
  columns: number,
  keepdims: boolean,
  reduce: (s: JaxArray) => JaxArray,
): JaxArray {
  const out = reduce(singularOf(moveaxis(x, [rows, columns], [-2, -1]), false)[1]);
  return keepdims ? expandDims(out, [rows, columns]) : out;
}

function matrix(
  x: JaxArray,
  rows: number,
  columns: number,
  ord: Order,
  keepdims: boolean,
): JaxArray {
  /** Sums of one axis, the extreme one of the other; an axis that is gone shifts what comes after it. */
  const extreme = (pick: typeof max, summed: number, kept: number): JaxArray =>
    pick(sum(abs(x), { axis: summed, keepdims }), {
      axis: keepdims || kept < summed ? kept : kept - 1,
      keepdims,
    });
  if (ord === null || ord === "fro")
    return sqrt(sum(square(x), { axis: [rows, columns], keepdims }));
  if (ord === "nuc") return singularNorm(x, rows, columns, keepdims, (s) => sum(s, -1));
  if (ord === 1) return extreme(max, rows, columns);
  if (ord === -1) return extreme(min, rows, columns);
  if (ord === Infinity) return extreme(max, columns, rows);
  if (ord === -Infinity) return extreme(min, columns, rows);
  if (ord === 2) return singularNorm(x, rows, columns, keepdims, (s) => max(s, -1));
  if (ord === -2) return singularNorm(x, rows, columns, keepdims, (s) => min(s, -1));
  throw new ValueError(`Invalid order '${String(ord)}' for matrix norm.`);
}

interface NormOptions {
  ord?: Order;
  axis?: AxisChoice;
  keepdims?: boolean;
}
/**
 * The norm of a vector (one axis) or a matrix (two). Without `ord` and `axis` the square root of the sum
 * of all squares.
 */
export const norm: (
  x: ArrayLike,
  ord?: Order | NormOptions,
  axis?: AxisChoice | NormOptions,
  keepdims?: boolean | NormOptions,
) => JaxArray = define(
  "jax.numpy.linalg",
  "norm(@x, ord=None, axis=None, keepdims=False)",
  (a: ArrayLike, ord: Order = null, axis: AxisChoice = null, keepdims = false) => {
    const x = operand("norm", a);
    const rank = x.shape.length;
    if (axis === null && ord === null) return sqrt(sum(square(x), { keepdims }));
    const axes =
      typeof axis === "object" && axis !== null
        ? axis.map((i) => normalAxis(i, rank))
        : normalAxes(axis, rank);
    normalAxes(axes, rank);
    if (axes.length === 1) return vector(x, axes, ord, keepdims);
    if (axes.length === 2) return matrix(x, axes[0], axes[1], ord, keepdims);
    throw new ValueError(
      `Improper number of axes for norm: axis=${tupleText(axes)}. Pass one axis to compute a vector-norm, or two axes to compute a matrix-norm.`,
    );
  },
);

/** The norm of matrices along the last two axes. */
export const matrixNorm: (x: ArrayLike, options?: { keepdims?: boolean; ord?: Order }) => JaxArray =
  define(
    "jax.numpy.linalg",
    "matrix_norm(@x, /, *, keepdims=False, ord='fro')",
    (a: ArrayLike, keepdims = false, ord: Order = "fro") => {
      const x = operand("matrix_norm", a);
      const rank = x.shape.length;
      return matrix(x, normalAxis(-2, rank), normalAxis(-1, rank), ord, keepdims);
    },
  );

interface VectorNormOptions {
  axis?: AxisChoice;
  keepdims?: boolean;
  ord?: number;
}
/** The norm of vectors along axes; without an axis, of all elements. */
export const vectorNorm: (x: ArrayLike, options?: VectorNormOptions) => JaxArray = define(
  "jax.numpy.linalg",
  "vector_norm(@x, /, *, axis=None, keepdims=False, ord=2)",
  (a: ArrayLike, axis: AxisChoice = null, keepdims = false, ord = 2) => {
    const x = operand("vector_norm", a);
    const axes = normalAxes(axis, x.shape.length);
    return x.shape.length === 0
      ? vector(reshape(x, [sizeOf(x.shape)]), 0, ord, false)
      : vector(x, axes, ord, keepdims);
  },
);
