import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { dotGeneral, transpose } from "../core/ops";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { define } from "./function-table";
import { promoted } from "./promote";

const PRECISION = "*, precision!=None, preferred_element_type!=None";

type Axes = number | readonly [readonly number[] | number, readonly number[] | number];

/** Sums products over several axes of both: the last n of `a` with the first n of `b`, or those listed. */
export const tensordot: (a: ArrayLike, b: ArrayLike, axes?: Axes | { axes?: Axes }) => JaxArray =
  define(
    "jax.numpy",
    `tensordot(@a, @b, axes=2, ${PRECISION}, out_sharding!=None)`,
    (a: ArrayLike, b: ArrayLike, axes: Axes = 2) => {
      const [x, y] = promoted([asArray(a, "tensordot"), asArray(b, "tensordot", 1)]);
      const [ranks, yRank] = [x.shape.length, y.shape.length];
      const [left, right] =
        typeof axes === "number"
          ? [range(axes).map((i) => i + ranks - axes), range(axes)]
          : [[axes[0]].flat(), [axes[1]].flat()];
      if (typeof axes === "number" && axes > Math.min(ranks, yRank))
        throw new JaxTypeError(
          `Number of tensordot axes (axes ${axes}) exceeds input ranks (${x.shape.join(", ")}) and (${y.shape.join(", ")})`,
        );
      return dotGeneral(x, y, {
        lhsContract: left.map((axis) => normalAxis(axis, ranks)),
        rhsContract: right.map((axis) => normalAxis(axis, yRank)),
        lhsBatch: [],
        rhsBatch: [],
      });
    },
  );

/** The last two axes exchanged. */
export const matrixTranspose: (x: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "matrix_transpose(@x, /)",
  (x: ArrayLike) => {
    const value = asArray(x, "matrix_transpose");
    const rank = value.shape.length;
    if (rank < 2)
      throw new ValueError(
        `x must be at least two-dimensional for matrix_transpose; got ndim=${rank}`,
      );
    return transpose(value, [...range(rank - 2), rank - 1, rank - 2]);
  },
);
