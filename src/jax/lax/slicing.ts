/** Parts of arrays and orders, under the names of `jax.lax`. */
import type { JaxArray } from "../array/array";
import { tupleText } from "../array/aval";
import { binaryOp, constLike, convert, select as choose } from "../core/ops";
import { bind } from "../core/trace";
import { isFloating } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxis } from "../numpy/axis";
import { iota as count } from "../numpy/creation";
import { define } from "../numpy/function-table";
import { gatheredAlong, orderOf, reversed, sortedAlong } from "../numpy/ordering";
import { squeeze as squeezed } from "../numpy/shaping";
import { part } from "../numpy/splitting";

type Axes = readonly number[];

/** A part of an array: from `start` up to `limit` in steps, for each axis. */
export const slice: (
  operand: ArrayLike,
  startIndices: Axes,
  limitIndices: Axes,
  strides?: Axes | null,
) => JaxArray = define(
  "jax.lax",
  "slice(@operand, start_indices, limit_indices, strides=None)",
  (operand: ArrayLike, start: Axes, limit: Axes, strides?: Axes | null) => {
    const x = asArray(operand, "slice");
    if (limit.some((end, i) => end > x.shape[i]))
      throw new JaxTypeError(
        `slice limit_indices must be less than or equal to operand shape, got limit_indices ${tupleText(limit)} for operand shape ${tupleText(x.shape)}.`,
      );
    if (start.some((from, i) => from < 0 || from > limit[i]))
      throw new JaxTypeError(
        `slice limit_indices must be greater than or equal to start_indices, got start_indices ${tupleText(start)} and limit_indices ${tupleText(limit)}.`,
      );
    return bind("slice", [x], { start, limit, strides: strides ?? start.map(() => 1) });
  },
);
/** A part along one axis. */
export const sliceInDim: (
  operand: ArrayLike,
  startIndex: number | null,
  limitIndex: number | null,
  stride?: number,
  axis?: number,
) => JaxArray = define(
  "jax.lax",
  "slice_in_dim(@operand, start_index, limit_index, stride=1, axis=0)",
  (operand: ArrayLike, start: number | null, limit: number | null, stride = 1, axis = 0) => {
    const x = asArray(operand, "slice_in_dim");
    const along = normalAxis(axis, x.shape.length);
    const n = x.shape[along];
    const whole = (i: number | null, end: number): number => (i === null ? end : i < 0 ? i + n : i);
    return bind("slice", [x], {
      start: x.shape.map((_, i) => (i === along ? whole(start, 0) : 0)),
      limit: x.shape.map((m, i) => (i === along ? whole(limit, n) : m)),
      strides: x.shape.map((_, i) => (i === along ? stride : 1)),
    });
  },
);

/** A place along an axis as an int32 array, moved so that `size` elements fit. */
function clampedStart(index: ArrayLike, n: number, size: number): JaxArray {
  const at = convert(asArray(index), "int32");
  const isNegative = binaryOp("lt", at, constLike(at, 0));
  const counted = choose(isNegative, at, binaryOp("add", at, constLike(at, n)));
  return binaryOp("max", binaryOp("min", counted, constLike(at, n - size)), constLike(at, 0));
}

function places(index: ArrayLike, n: number, size: number): JaxArray {
  const steps = count([size], 0);
  return binaryOp("add", clampedStart(index, n, size), steps);
}

/** Raises JAX's errors for sizes that do not fit into an array. */
function checkSizes(sizes: Axes, { shape }: JaxArray): void {
  if (sizes.some((size, i) => size > shape[i]))
    throw new JaxTypeError(
      `slice slice_sizes must be less than or equal to operand shape, got slice_sizes ${tupleText(sizes)} for operand shape ${tupleText(shape)}.`,
    );
  if (sizes.some((size) => size < 0))
    throw new JaxTypeError(
      `slice slice_sizes must be greater than or equal to zero, got slice_sizes of ${tupleText(sizes)}.`,
    );
}

/** Start indices one by one; raises JAX's errors unless there is a whole number for each axis. */
function listedStarts(name: string, starts: Indices, { shape }: JaxArray): JaxArray[] {
  const list = [...starts].map((start) => asArray(start, name));
  if (list.length !== shape.length)
    throw new ValueError(
      `Length of slice indices must match number of operand dimensions (${list.length} vs ${tupleText(shape)})`,
    );
  // A plain number stands for a whole one here, though it is a float elsewhere.
  const wrong = list.find((start, i) => isFloating(start.dtype) && [...starts][i] === start);
  if (wrong !== undefined)
    throw new JaxTypeError(
      `index arguments to ${name} must be integers of the same type, got: ${wrong.dtype}`,
    );
  return list;
}

type Indices = readonly ArrayLike[] | JaxArray;
/** A part of fixed size that starts at indices which may be traced; it is moved to fit into the array. */
export const dynamicSlice: (
  operand: ArrayLike,
  startIndices: Indices,
  sliceSizes: Axes,
) => JaxArray = define(
  "jax.lax",
  "dynamic_slice(@operand, start_indices, slice_sizes, *, allow_negative_indices!=True)",
  (operand: ArrayLike, starts: Indices, sizes: Axes) => {
    const x = asArray(operand, "dynamic_slice");
    const list = listedStarts("dynamic_slice", starts, x);
    if (sizes.length !== x.shape.length)
      throw new ValueError(
        `dynamic_slice needs a size for each axis, got ${tupleText(sizes)} for operand shape ${tupleText(x.shape)}.`,
      );
    checkSizes(sizes, x);
    return list.reduce<JaxArray>(
      (value, start, axis) =>
        bind("gather", [value, places(start, x.shape[axis], sizes[axis])], { axis }),
      x,
    );
  },
);
/** A part of fixed size along one axis. */
export const dynamicSliceInDim: (
  operand: ArrayLike,
  startIndex: ArrayLike,
  sliceSize: number,
  axis?: number,
) => JaxArray = define(
  "jax.lax",
  "dynamic_slice_in_dim(@operand, ~start_index, slice_size, axis=0, *, allow_negative_indices!=True)",
  (operand: ArrayLike, start: ArrayLike, size: number, axis = 0) => {
    const x = asArray(operand, "dynamic_slice_in_dim");
    const along = normalAxis(axis, x.shape.length);
    const sizes = x.shape.map((n, i) => (i === along ? size : n));
    checkSizes(sizes, x);
    return bind("gather", [x, places(start, x.shape[along], size)], { axis: along });
  },
);
/** One slice along an axis. */
export const dynamicIndexInDim: (
  operand: ArrayLike,
  index: ArrayLike,
  axis?: number,
  keepdims?: boolean,
) => JaxArray = define(
  "jax.lax",
  "dynamic_index_in_dim(@operand, ~index, axis=0, keepdims=True, *, allow_negative_indices!=True)",
  (operand: ArrayLike, index: ArrayLike, axis = 0, keepdims = true) => {
    const one = dynamicSliceInDim(operand, index, 1, axis);
    return keepdims ? one : squeezed(one, axis);
  },
);

/** `update` written over the elements from `start` on along each axis in turn. */
function written(
  x: JaxArray,
  update: JaxArray,
  starts: readonly ArrayLike[],
  axis: number,
): JaxArray {
  if (axis === x.shape.length) return update;
  const rows = places(starts[axis], x.shape[axis], update.shape[axis]);
  const inner = written(bind("gather", [x, rows], { axis }), update, starts, axis + 1);
  return bind("scatter", [x, rows, inner], { axis, kind: "set" });
}
/** The array with a part replaced, starting at indices which may be traced. */
export const dynamicUpdateSlice: (
  operand: ArrayLike,
  update: ArrayLike,
  startIndices: Indices,
) => JaxArray = define(
  "jax.lax",
  "dynamic_update_slice(@operand, @update, start_indices, *, allow_negative_indices!=True)",
  (operand: ArrayLike, update: ArrayLike, starts: Indices) => {
    const [x, value] = [
      asArray(operand, "dynamic_update_slice"),
      asArray(update, "dynamic_update_slice", 1),
    ];
    if (value.shape.length !== x.shape.length)
      throw new JaxTypeError(
        `dynamic_update_slice update must have the same rank as operand, got update shape ${tupleText(value.shape)} for operand shape ${tupleText(x.shape)}.`,
      );
    if (value.shape.some((n, i) => n > x.shape[i]))
      throw new JaxTypeError(
        `dynamic_update_slice update shape must be smaller than operand shape, got update shape ${tupleText(value.shape)} for operand shape ${tupleText(x.shape)}.`,
      );
    if (value.dtype !== x.dtype && typeof update !== "number")
      throw new JaxTypeError(
        `lax.dynamic_update_slice requires arguments to have the same dtypes, got ${x.dtype}, ${value.dtype}.`,
      );
    return written(x, value, listedStarts("dynamic_update_slice", starts, x), 0);
  },
);

/** Elements in ascending order along an axis. */
export const sort: (operand: ArrayLike, dimension?: number) => JaxArray = define(
  "jax.lax",
  "sort(@operand, dimension=-1, is_stable!=True, num_keys!=1)",
  (operand: ArrayLike, dimension = -1) => {
    const x = asArray(operand, "sort");
    return sortedAlong(x, normalAxis(dimension, x.shape.length));
  },
  { note: "one operand" },
);
/** The k largest elements along an axis, and their positions. */
export const topK: (operand: ArrayLike, k: number, options?: { axis?: number }) => JaxArray[] =
  define(
    "jax.lax",
    "top_k(@operand, k, *, axis=-1)",
    (operand: ArrayLike, k: number, axis = -1) => {
      const x = asArray(operand, "top_k");
      const along = normalAxis(axis, x.shape.length);
      const n = x.shape[along];
      if (k < 0 || k > n)
        throw new ValueError(
          `k argument to top_k must be no larger than size along axis; got k=${k} with shape=[${x.shape.join(", ")}] and axis=${along}`,
        );
      const order = reversed(orderOf([reversed(x, along)], along), along);
      const positions = part(binaryOp("sub", constLike(order, n - 1), order), along, 0, k);
      return [gatheredAlong(x, positions, along), positions];
    },
  );
