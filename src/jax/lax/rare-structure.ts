/** Shapes, choices and orders that `jax.numpy` has in other forms, under the names of `jax.lax`. */
import type { JaxArray } from "../array/array";
import { range, tupleText, type Shape } from "../array/aval";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import { JaxTypeError, ValueError } from "../base/errors";
import { argmax as largest, argmin as smallest } from "../numpy/arg-reductions";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxis } from "../numpy/axis";
import type { DTypeLike } from "../numpy/dtype-argument";
import { where } from "../numpy/elementwise";
import { full } from "../numpy/creation";
import { define } from "../numpy/function-table";
import { broadcastShapes as together } from "../numpy/index-helpers";
import { matmul } from "../numpy/products";
import { sum } from "../numpy/reductions";
import { tile as repeated } from "../numpy/repeating";
import { part } from "../numpy/splitting";

/** The case whose number stands at each place; a boolean chooses between two. */
export const selectN: (which: ArrayLike, ...cases: ArrayLike[]) => JaxArray = define(
  "jax.lax",
  "select_n(@which, *cases)",
  (which: ArrayLike, cases: readonly ArrayLike[]) => {
    const chosen = asArray(which, "select_n");
    const list = cases.map((each, i) => asArray(each, "select_n", i + 1));
    if (list.length === 0) throw new ValueError("select_n() must have at least one case");
    if (list.some(({ shape }) => shape.join() !== list[0].shape.join()))
      throw new JaxTypeError(
        `select cases must have the same shapes, got [${list.map(({ shape }) => tupleText(shape)).join(", ")}].`,
      );
    const index = chosen.dtype === "bool" ? chosen.astype("int32") : chosen;
    return list
      .slice(1)
      .reduce((result, each, i) => where(index.greater(i), each, result), list[0]);
  },
);

/** Matrix products along the last two axes of arrays with equal leading axes. */
export const batchMatmul: (lhs: ArrayLike, rhs: ArrayLike) => JaxArray = define(
  "jax.lax",
  "batch_matmul(@lhs, @rhs, precision!=None)",
  (lhs: ArrayLike, rhs: ArrayLike) => {
    const [x, y] = [asArray(lhs, "batch_matmul"), asArray(rhs, "batch_matmul", 1)];
    if (Math.min(x.shape.length, y.shape.length) < 2)
      throw new ValueError(
        `Arguments to batch_matmul must be at least 2D, got ${x.shape.length}, ${y.shape.length}`,
      );
    return matmul(x, y);
  },
);

/** The shape that arrays of these shapes have together. */
export const broadcastShapes: (...shapes: (number | Shape)[]) => Shape = define(
  "jax.lax",
  "broadcast_shapes(*shapes)",
  (shapes: readonly (number | Shape)[] = []) => together(...shapes),
);

/** The array with axes of length 1 in front, up to a number of axes. */
export const broadcastToRank: (x: ArrayLike, rank: number) => JaxArray = define(
  "jax.lax",
  "broadcast_to_rank(@x, rank)",
  (x: ArrayLike, rank: number) => {
    const value = asArray(x, "broadcast_to_rank");
    const missing = Math.max(0, rank - value.shape.length);
    return reshape(value, [...range(missing).map(() => 1), ...value.shape]);
  },
);

interface FullLikeOptions {
  dtype?: DTypeLike | null;
  shape?: Shape | null;
}
/** An array of one repeated value in the shape and dtype of another. */
export const fullLike: (x: ArrayLike, fillValue: ArrayLike, options?: FullLikeOptions) => JaxArray =
  define(
    "jax.lax",
    "full_like(@x, @fill_value, dtype=None, shape=None, sharding!=None)",
    (x: ArrayLike, fill: ArrayLike, dtype?: DTypeLike | null, shape?: Shape | null) => {
      const value = asArray(x, "full_like");
      return full(shape ?? value.shape, fill, { dtype: dtype ?? value.dtype });
    },
  );

/** Consecutive parts of an axis with these lengths. */
export const split: (operand: ArrayLike, sizes: Shape, axis?: number) => JaxArray[] = define(
  "jax.lax",
  "split(@operand, sizes, axis=0)",
  (operand: ArrayLike, sizes: Shape, axis = 0) => {
    const x = asArray(operand, "split");
    const along = normalAxis(axis, x.shape.length);
    const total = sizes.reduce((a, b) => a + b, 0);
    if (total !== x.shape[along])
      throw new ValueError(
        `Sizes ${tupleText(sizes)} must be ints adding up to ${x.shape[along]}, the length of axis ${along}.`,
      );
    let offset = 0;
    return sizes.map((size) => {
      const from = offset;
      offset += size;
      return part(x, along, from, offset);
    });
  },
);

/** The array repeated along each axis. */
export const tile: (operand: ArrayLike, reps: Shape) => JaxArray = define(
  "jax.lax",
  "tile(@operand, reps)",
  (operand: ArrayLike, reps: Shape) => repeated(asArray(operand, "tile"), reps),
);

type ArgReduction = (operand: ArrayLike, axis: number, indexDtype: DTypeLike) => JaxArray;
/** Where the first largest element along an axis stands. */
export const argmax: ArgReduction = define(
  "jax.lax",
  "argmax(@operand, axis, index_dtype)",
  (operand: ArrayLike, axis: number, dtype: DTypeLike) => largest(operand, axis).astype(dtype),
);
/** Where the first smallest element along an axis stands. */
export const argmin: ArgReduction = define(
  "jax.lax",
  "argmin(@operand, axis, index_dtype)",
  (operand: ArrayLike, axis: number, dtype: DTypeLike) => smallest(operand, axis).astype(dtype),
);

/** Whether the number of true elements along axes is odd. */
export const reduceXor: (operand: ArrayLike, axes: Shape) => JaxArray = define(
  "jax.lax",
  "reduce_xor(@operand, axes)",
  (operand: ArrayLike, axes: Shape) => {
    const x = asArray(operand, "reduce_xor");
    if (x.dtype !== "bool") throw new JaxTypeError("reduce_xor takes booleans on this page.");
    return sum(x.astype("int32"), axes).mod(2).equal(1);
  },
);

/** The nearest whole number, halves away from zero (0, as in JAX) or to even (1). */
export const round: (x: ArrayLike, roundingMethod?: number) => JaxArray = define(
  "jax.lax",
  "round(@x, rounding_method=<RoundingMethod.AWAY_FROM_ZERO: 0>)",
  (x: ArrayLike, method = 0) => {
    const value = asArray(x, "round");
    if (Number(method) === 1) return bind("round", [value], {});
    const sign = bind("sign", [value], {});
    const size = bind("abs", [value], {});
    const below = bind("floor", [size], {});
    const up = where(size.sub(below).greaterEqual(0.5), below.add(1), below);
    return up.mul(sign);
  },
);
