import type { JaxArray } from "../array/array";
import { range, sizeOf, type Shape } from "../array/aval";
import { fromHost } from "../array/concrete";
import { broadcastInDim, constLike, convert, reshape } from "../core/ops";
import { isInteger } from "../base/dtype";
import { JaxTypeError, NotImplementedError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { define } from "./function-table";
import { clamped, fromFront } from "./index-positions";
import type { IndexEntry } from "./index-entries";
import { readIndex, readRows, readRowsOrFill, writeIndex, type IndexMode } from "./indexing";

interface TakeOptions {
  axis?: number | null;
  mode?: IndexMode | "wrap" | null;
  fillValue?: ArrayLike | null;
  uniqueIndices?: boolean;
  indicesAreSorted?: boolean;
}

/** Indices as an integer array: an index is asked for, so whole numbers are integers here. */
function indexArray(indices: ArrayLike | readonly number[]): JaxArray {
  if (typeof indices === "number" && Number.isInteger(indices))
    return fromHost([], "int32", false, Int32Array.of(indices));
  const isWhole = Array.isArray(indices) && indices.every(Number.isInteger);
  if (isWhole) return fromHost([indices.length], "int32", false, Int32Array.from(indices));
  const index = asArray(indices, "take", 1);
  if (isInteger(index.dtype)) return index;
  throw new ValueError("indices must have an integer type");
}

/**
 * Rows of an array by index along an axis (without one, of the flattened array). Out of bounds, the
 * default mode "fill" gives NaN (for integers the smallest one), "clip" the nearest row, "wrap" counts on.
 */
export const take: (
  a: ArrayLike,
  indices: ArrayLike | readonly number[],
  axis?: number | null | TakeOptions,
  options?: TakeOptions,
) => JaxArray = define(
  "jax.numpy",
  "take(@a, @indices, axis=None, out!=None, mode=None, unique_indices=False, indices_are_sorted=False, @fill_value=None)",
  (
    a: ArrayLike,
    indices: ArrayLike | readonly number[],
    axis?: number | null,
    mode?: string | null,
    _unique?: boolean,
    _sorted?: boolean,
    fillValue?: ArrayLike | null,
  ) => {
    const x = asArray(a, "take");
    const whole = axis === null || axis === undefined;
    const source = whole ? reshape(x, [sizeOf(x.shape)]) : x;
    const along = whole ? 0 : normalAxis(axis, x.shape.length);
    const n = source.shape[along];
    const index = convert(indexArray(indices), "int32");
    const rows = mode === "wrap" ? index.mod(constLike(index, n)) : fromFront(index, n);
    if (takeFills(mode)) return readRowsOrFill(source, rows, along, fillValue);
    return readRows(source, clamped(rows, n), along);
  },
);

function takeFills(mode: string | null | undefined): boolean {
  if (mode === null || mode === undefined || mode === "fill") return true;
  if (mode === "raise")
    throw new NotImplementedError("The 'raise' mode to jnp.take is not supported.");
  if (mode === "clip" || mode === "wrap" || mode === "promise_in_bounds") return false;
  throw new ValueError(`Invalid mode '${mode}' for np.take`);
}

interface AlongOptions {
  axis?: number | null;
  mode?: IndexMode | null;
  fillValue?: ArrayLike | null;
}

/** Index entries that name, for each index along an axis, the element at that place of the other axes. */
function alongEntries(indices: JaxArray, axis: number): IndexEntry[] {
  return range(indices.shape.length).map((i) => {
    if (i === axis) return indices;
    const n = indices.shape[i];
    const shape: Shape = indices.shape.map((_, j) => (j === i ? n : 1));
    return fromHost(
      shape,
      "int32",
      false,
      Int32Array.from({ length: n }, (_, k) => k),
    );
  });
}

function checkAlong(x: JaxArray, indices: JaxArray): void {
  if (!isInteger(indices.dtype))
    throw new JaxTypeError(`take_along_axis indices must be of integer type, got ${indices.dtype}`);
  if (indices.shape.length !== x.shape.length)
    throw new ValueError(
      `indices and arr must have the same number of dimensions; ${indices.shape.length} vs. ${x.shape.length}`,
    );
}

/** Operands whose other axes fit: indices of length 1 there repeat, and so does the array. */
function alongPair(x: JaxArray, indices: JaxArray, axis: number): [JaxArray, JaxArray] {
  const wide = (own: JaxArray, other: JaxArray): JaxArray => {
    const shape = own.shape.map((n, i) => (i !== axis && n === 1 ? other.shape[i] : n));
    return broadcastInDim(own, shape, range(shape.length));
  };
  return [wide(x, indices), wide(indices, x)];
}

/** For each index the element that it names along an axis, at its own place in the other axes. */
export const takeAlongAxis: (
  arr: ArrayLike,
  indices: ArrayLike,
  axis?: number | null | AlongOptions,
  options?: AlongOptions,
) => JaxArray = define(
  "jax.numpy",
  "take_along_axis(@arr, @indices, axis=-1, mode=None, @fill_value=None, *, wrap_negative_indices!=None)",
  (
    arr: ArrayLike,
    indices: ArrayLike,
    axis: number | null = -1,
    mode: IndexMode | null = null,
    fillValue?: ArrayLike | null,
  ) => {
    const given = asArray(arr, "take_along_axis");
    const index = asArray(indices, "take_along_axis", 1);
    const x = axis === null ? reshape(given, [sizeOf(given.shape)]) : given;
    checkAlong(x, index);
    const along = normalAxis(axis ?? 0, x.shape.length);
    const [source, wide] = alongPair(x, index, along);
    return readIndex(source, alongEntries(wide, along), { mode: mode ?? "fill", fillValue });
  },
);

/** A copy with values written where indices along an axis say; needs `inplace: false`. */
export const putAlongAxis: (
  arr: ArrayLike,
  indices: ArrayLike,
  values: ArrayLike,
  axis: number | null,
  options?: { inplace?: boolean; mode?: IndexMode | null },
) => JaxArray = define(
  "jax.numpy",
  "put_along_axis(@arr, @indices, @values, axis, inplace=True, *, mode=None)",
  (
    arr: ArrayLike,
    indices: ArrayLike,
    values: ArrayLike,
    axis: number | null,
    inplace = true,
    mode: IndexMode | null = null,
  ) => {
    if (inplace)
      throw new ValueError(
        "jax.numpy.put_along_axis cannot modify arrays in-place, because JAX arraysare immutable. Pass inplace=False to instead return an updated array.",
      );
    const given = asArray(arr, "put_along_axis");
    const index = asArray(indices, "put_along_axis", 1);
    const x = axis === null ? reshape(given, [sizeOf(given.shape)]) : given;
    checkAlong(x, index);
    const along = normalAxis(axis ?? 0, x.shape.length);
    const [, wide] = alongPair(x, index, along);
    const written = writeIndex(x, alongEntries(wide, along), "set", values, { mode });
    return reshape(written, given.shape);
  },
);
