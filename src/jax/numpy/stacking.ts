import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import { fromHost } from "../array/concrete";
import { reshape, transpose } from "../core/ops";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { atleast3d } from "./at-least";
import { define } from "./function-table";
import { concatenate, hstack, stack } from "./joining";

/** Joins arrays along the third axis; matrices get one of length 1. */
export const dstack: (tup: readonly ArrayLike[]) => JaxArray = define(
  "jax.numpy",
  "dstack([tup], dtype!=None)",
  (tup: readonly ArrayLike[]) =>
    concatenate(
      tup.map((x) => atleast3d(x)),
      2,
    ),
);

/** Joins vectors as columns, and matrices side by side. */
export const columnStack: (tup: readonly ArrayLike[]) => JaxArray = define(
  "jax.numpy",
  "column_stack([tup])",
  (tup: readonly ArrayLike[]) =>
    hstack(
      tup.map((each, i) => {
        const x = asArray(each, "column_stack", i);
        return x.shape.length < 2 ? reshape(x, [sizeOf(x.shape), 1]) : x;
      }),
    ),
);

type Nested = ArrayLike | readonly Nested[];
function depthOf(value: Nested): number {
  return Array.isArray(value) ? 1 + depthOf((value as readonly Nested[])[0]) : 0;
}

/** Puts arrays together as nested lists of blocks lay them out: inner lists side by side, outer ones below each other. */
export const block: (arrays: Nested) => JaxArray = define(
  "jax.numpy",
  "block(~arrays)",
  (arrays: Nested) => {
    const depth = depthOf(arrays);
    const rankOf = (value: Nested): number =>
      Array.isArray(value)
        ? Math.max(...(value as readonly Nested[]).map(rankOf))
        : asArray(value, "block").shape.length;
    const rank = Math.max(depth, rankOf(arrays));
    const build = (value: Nested, level: number): JaxArray => {
      if (!Array.isArray(value)) {
        const x = asArray(value, "block");
        return reshape(x, [...new Array<number>(rank - x.shape.length).fill(1), ...x.shape]);
      }
      const parts = (value as readonly Nested[]).map((each) => build(each, level + 1));
      if (parts.length === 0) throw new ValueError("jax.numpy.block: lists must not be empty");
      return concatenate(parts, rank - depth + level);
    };
    return build(arrays, 0);
  },
);

/** One axis moved in front of another; the order of the others stays. */
export const rollaxis: (a: ArrayLike, axis: number, start?: number) => JaxArray = define(
  "jax.numpy",
  "rollaxis(@a, axis, start=0)",
  (a: ArrayLike, axis: number, start = 0) => {
    const x = asArray(a, "rollaxis");
    const rank = x.shape.length;
    const from = normalAxis(axis, rank);
    if (start < -rank || start > rank)
      throw new ValueError(`start must be in the range [-${rank}, ${rank}], got ${start}`);
    const before = start < 0 ? start + rank : start;
    const order = range(rank).filter((i) => i !== from);
    order.splice(before > from ? before - 1 : before, 0, from);
    return transpose(x, order);
  },
);

/** Axes in another order, by the array API's name. */
export const permuteDims: (a: ArrayLike, axes: readonly number[]) => JaxArray = define(
  "jax.numpy",
  "permute_dims(@a, /, axes)",
  (a: ArrayLike, axes: readonly number[]) => asArray(a, "permute_dims").transpose(...axes),
);

/** A matrix for each vector of points: column j holds the powers of x, the highest first. */
export const vander: (
  x: ArrayLike,
  N?: number | null | { N?: number | null; increasing?: boolean },
  increasing?: boolean,
) => JaxArray = define(
  "jax.numpy",
  "vander(@x, N=None, increasing=False)",
  (x: ArrayLike, N?: number | null, increasing = false) => {
    const points = asArray(x, "vander");
    if (points.shape.length !== 1) throw new ValueError("x must be a one-dimensional array");
    const count = N ?? points.shape[0];
    const powers = range(count).map((i) => (increasing ? i : count - 1 - i));
    if (count === 0) return fromHost([points.shape[0], 0], points.dtype, false, new Float32Array());
    return stack(
      powers.map((power) => points.pow(power)),
      1,
    );
  },
);
