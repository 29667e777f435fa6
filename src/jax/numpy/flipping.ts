/** Arrays turned, mirrored and filled up by repetition. */
import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import { reshape, transpose } from "../core/ops";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxes, normalAxis } from "./axis";
import { define } from "./function-table";
import { tile } from "./repeating";
import { flip } from "./shaping";
import { part } from "./splitting";

/** The array turned by k quarter turns in the plane of two axes, the first towards the second. */
export const rot90: (
  m: ArrayLike,
  k?: number | { k?: number; axes?: readonly [number, number] },
  axes?: readonly [number, number],
) => JaxArray = define(
  "jax.numpy",
  "rot90(@m, k=1, axes=(0, 1))",
  (m: ArrayLike, k = 1, axes: readonly number[] = [0, 1]) => {
    const x = asArray(m, "rot90");
    const rank = x.shape.length;
    const [i, j] = axes.map((axis) => normalAxis(axis, rank));
    if (i === j) throw new ValueError("Axes must be different");
    const turns = ((k % 4) + 4) % 4;
    if (turns === 0) return x;
    if (turns === 2) return flip(x, { axis: normalAxes([i, j], rank) });
    const order = range(rank);
    [order[i], order[j]] = [j, i];
    return turns === 1 ? transpose(flip(x, j), order) : flip(transpose(x, order), j);
  },
);

/** Rows in reverse order. */
export const flipud: (m: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "flipud(@m)",
  (m: ArrayLike) => flip(m, 0),
);
/** Columns in reverse order. */
export const fliplr: (m: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "fliplr(@m)",
  (m: ArrayLike) => flip(m, 1),
);

/** The elements, repeated as often as needed, in a new shape. */
export const resize: (a: ArrayLike, newShape: number | readonly number[]) => JaxArray = define(
  "jax.numpy",
  "resize(@a, new_shape)",
  (a: ArrayLike, newShape: number | readonly number[]) => {
    const x = asArray(a, "resize");
    const shape = typeof newShape === "number" ? [newShape] : [...newShape];
    const [size, wanted] = [sizeOf(x.shape), sizeOf(shape)];
    const repeated = tile(reshape(x, [size]), Math.ceil(wanted / Math.max(1, size)));
    return reshape(part(repeated, 0, 0, wanted), shape);
  },
);
