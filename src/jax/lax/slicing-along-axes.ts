/** Parts written and read along axes, and pairs in order, under the names of `jax.lax`. */
import type { JaxArray } from "../array/array";
import { reshape } from "../core/ops";
import { bind } from "../core/trace";
import { JaxTypeError } from "../base/errors";
import { asArray, type ArrayLike } from "../numpy/as-array";
import { normalAxis } from "../numpy/axis";
import { define } from "../numpy/function-table";
import { gatheredAlong, orderOf } from "../numpy/ordering";
import { moveaxis, squeeze } from "../numpy/shaping";
import { dynamicUpdateSlice, sliceInDim } from "./slicing";

type Update = (operand: ArrayLike, update: ArrayLike, index: ArrayLike, axis: number) => JaxArray;

/** The array with a part replaced along one axis, starting at an index that may be traced. */
export const dynamicUpdateSliceInDim: Update = define(
  "jax.lax",
  "dynamic_update_slice_in_dim(@operand, @update, ~start_index, axis, *, allow_negative_indices!=True)",
  (operand: ArrayLike, update: ArrayLike, start: ArrayLike, axis: number) => {
    const x = asArray(operand, "dynamic_update_slice_in_dim");
    const along = normalAxis(axis, x.shape.length);
    return dynamicUpdateSlice(
      x,
      update,
      x.shape.map((_, i) => (i === along ? start : 0)),
    );
  },
);

/** The array with one slice along an axis replaced; the update may lack that axis. */
export const dynamicUpdateIndexInDim: Update = define(
  "jax.lax",
  "dynamic_update_index_in_dim(@operand, @update, ~index, axis, *, allow_negative_indices!=True)",
  (operand: ArrayLike, update: ArrayLike, index: ArrayLike, axis: number) => {
    const x = asArray(operand, "dynamic_update_index_in_dim");
    const value = asArray(update, "dynamic_update_index_in_dim", 1);
    const along = normalAxis(axis, x.shape.length);
    const wide =
      value.shape.length === x.shape.length
        ? value
        : reshape(value, [...value.shape.slice(0, along), 1, ...value.shape.slice(along)]);
    return dynamicUpdateSliceInDim(x, wide, index, along);
  },
);

/** One slice along an axis at a known place. */
export const indexInDim: (
  operand: ArrayLike,
  index: number,
  axis?: number,
  keepdims?: boolean | { keepdims?: boolean },
) => JaxArray = define(
  "jax.lax",
  "index_in_dim(@operand, index, axis=0, keepdims=True)",
  (operand: ArrayLike, index: number, axis = 0, keepdims = true) => {
    const x = asArray(operand, "index_in_dim");
    const along = normalAxis(axis, x.shape.length);
    const at = normalAxis(index, x.shape[along]);
    const one = sliceInDim(x, at, at + 1, 1, along);
    return keepdims ? one : squeeze(one, along);
  },
);

/** Slices at lists of places along several axes, one axis after the other in the result's front. */
export const indexTake: (
  src: ArrayLike,
  idxs: readonly ArrayLike[],
  axes: readonly number[],
) => JaxArray = define(
  "jax.lax",
  "index_take(@src, [idxs], axes)",
  (src: ArrayLike, idxs: readonly ArrayLike[], axes: readonly number[]) => {
    const x = asArray(src, "index_take");
    const front = moveaxis(
      x,
      axes,
      axes.map((_, i) => i),
    );
    return front.at(...[...idxs].map((each, i) => asArray(each, "index_take", i))).get();
  },
);

/** Keys in ascending order along an axis, and the values in the order of their keys. */
export const sortKeyVal: (keys: ArrayLike, values: ArrayLike, dimension?: number) => JaxArray[] =
  define(
    "jax.lax",
    "sort_key_val(@keys, @values, dimension=-1, is_stable!=True)",
    (keys: ArrayLike, values: ArrayLike, dimension = -1) => {
      const [x, y] = [asArray(keys, "sort_key_val"), asArray(values, "sort_key_val", 1)];
      if (x.shape.join() !== y.shape.join())
        throw new JaxTypeError(
          `Arguments to sort must have equal shapes, got: ${JSON.stringify([x.shape, y.shape])}`,
        );
      const along = normalAxis(dimension, x.shape.length);
      const order = orderOf([x], along);
      return [gatheredAlong(x, order, along), gatheredAlong(y, order, along)];
    },
  );

type Padding = readonly (readonly [low: number, high: number, interior: number])[];
/** A number around and between the elements: (low, high, interior) for each axis; negative ones cut off. */
export const pad: (
  operand: ArrayLike,
  paddingValue: ArrayLike,
  paddingConfig: Padding,
) => JaxArray = define(
  "jax.lax",
  "pad(@operand, @padding_value, padding_config)",
  (operand: ArrayLike, paddingValue: ArrayLike, config: Padding) => {
    const x = asArray(operand, "pad");
    if (config.length !== x.shape.length)
      throw new JaxTypeError(
        `length of padding_config must equal the number of axes of operand, got padding_config of length ${config.length} for ${x.shape.length} axes.`,
      );
    const fill = asArray(paddingValue, "pad", 1).astype(x.dtype);
    const grown = bind("pad", [x, fill], {
      config: config.map(
        ([low, high, interior]) => [Math.max(0, low), Math.max(0, high), interior] as const,
      ),
    });
    return bind("slice", [grown], {
      start: config.map(([low]) => Math.max(0, -low)),
      limit: config.map(([, high], i) => grown.shape[i] - Math.max(0, -high)),
      strides: config.map(() => 1),
    });
  },
);
