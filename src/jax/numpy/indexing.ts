import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { fromHost, scalar } from "../array/concrete";
import {
  broadcastInDim,
  broadcastTo as repeat,
  convert,
  fullLike,
  reshape,
  select,
  unaryOp,
} from "../core/ops";
import type { ScatterKind } from "../array/primitives";
import { bind } from "../core/trace";
import {
  INTEGER_RANGE,
  isFloating,
  isInteger,
  isUnsigned,
  promoteTypes,
  type DType,
} from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { warn } from "../base/warn";
import { asArray, type ArrayLike } from "./as-array";
import { broadcastTo } from "./broadcast-to";
import { asarray, type ArraySource } from "./creation";
import type { IndexEntry } from "./index-entries";
import { isAdvanced, parseIndex, type AxisSelector, type ParsedIndex } from "./index-expression";
import { clamped, fromFront, inBounds, selection } from "./index-positions";
import { readSlices } from "./read-slices";

/**
 * What happens out of bounds: "clip" moves to the nearest element, "fill" reads a fill value, "drop"
 * leaves writes out. Without a mode, reads are clipped and writes dropped.
 */
export type IndexMode = "clip" | "fill" | "drop" | "promise_in_bounds";

export interface IndexOptions {
  mode?: IndexMode | null;
  /** Promises that have no effect here. */
  indicesAreSorted?: boolean;
  uniqueIndices?: boolean;
}
export interface ReadOptions extends IndexOptions {
  /** What "fill" reads: NaN, the smallest signed or the largest unsigned integer unless given. */
  fillValue?: ArrayLike | null;
}

function checkMode(mode: unknown): void {
  if (mode === null || mode === undefined) return;
  if (!["clip", "fill", "drop", "promise_in_bounds"].includes(String(mode)))
    throw new ValueError(`Unknown gather mode "${String(mode)}"`);
}

/** What a read out of bounds gives in mode "fill". */
export function defaultFill(dtype: DType): number {
  if (isFloating(dtype)) return NaN;
  const [min, max] = INTEGER_RANGE[dtype] ?? [1, 1];
  return isUnsigned(dtype) ? max : min;
}

function fillLike(x: JaxArray, dtype: DType, value: ArrayLike | null | undefined): JaxArray {
  if (value === null || value === undefined) return fullLike(x, defaultFill(dtype));
  return repeat(convert(asArray(value, "gather"), x.dtype, x.weak), x.shape);
}

/** The only axis that an index array reads while all others are whole; null if there is no such. */
function loneAxis(
  { selectors, layout, flags }: ParsedIndex,
  shape: readonly number[],
): number | null {
  if (flags.length > 0 || layout.includes("new")) return null;
  const isWhole = (one: AxisSelector, axis: number): boolean =>
    one.kind === "slice" && one.step === 1 && one.count === shape[axis];
  const others = selectors.flatMap((one, axis) => (isWhole(one, axis) ? [] : [axis]));
  if (others.length !== 1) return null;
  const { kind } = selectors[others[0]];
  return kind === "array" || kind === "traced" ? others[0] : null;
}

/** Positions along an axis, counted from the front but not moved into bounds. */
function rowsOf(one: AxisSelector, n: number): JaxArray {
  if (one.kind === "traced") return fromFront(one.index, n);
  if (one.kind === "array") return fromHost(one.shape, "int32", false, one.positions);
  throw new Error("An axis without an index array was read by rows.");
}

/**
 * Whether a read moves positions into bounds first, so that the gradient goes to the nearest element:
 * in mode "clip", and for single positions. Other reads out of bounds give no gradient.
 */
function clampsFirst({ selectors }: ParsedIndex, mode: IndexMode | null | undefined): boolean {
  const hasArrays = selectors.some(
    (one) => (one.kind === "array" || one.kind === "traced") && one.shape.length > 0,
  );
  return mode === "clip" || !hasArrays;
}

function isWithin({ selectors }: ParsedIndex, shape: readonly number[]): boolean {
  return selectors.every(
    (one, axis) => one.kind !== "at" || (one.position >= 0 && one.position < shape[axis]),
  );
}

/** Reads the part of an array that an index names. */
export function readIndex(
  x: JaxArray,
  entries: readonly IndexEntry[],
  { mode, fillValue }: ReadOptions = {},
): JaxArray {
  checkMode(mode);
  const fills = mode === "fill" || mode === "drop";
  const index = parseIndex(entries, x.shape);
  const isPlain = !isAdvanced(index) && x.shape.every((n) => n > 0);
  if (isPlain && (!fills || isWithin(index, x.shape))) return readSlices(x, index);
  const clamps = clampsFirst(index, mode);
  const axis = loneAxis(index, x.shape);
  if (axis !== null) {
    const rows = rowsOf(index.selectors[axis], x.shape[axis]);
    return fills
      ? readRowsOrFill(x, rows, axis, fillValue)
      : readRows(x, clamps ? clamped(rows, x.shape[axis]) : rows, axis);
  }
  const { shape, positions, inside } = selection(index, x.shape);
  if (sizeOf(shape) > 0 && sizeOf(x.shape) === 0) throw emptyAxis();
  const read = bind("gather", [reshape(x, [sizeOf(x.shape)]), positions], { axis: 0 });
  if (inside === null || (clamps && !fills)) return read;
  const outside = fills ? fillLike(read, x.dtype, fillValue) : unaryOp("stop_gradient", read);
  return select(inside, outside, read);
}

/** Rows along an axis by positions counted from the front; the nearest ones out of bounds. */
export function readRows(x: JaxArray, rows: JaxArray, axis: number): JaxArray {
  if (x.shape[axis] === 0 && sizeOf(rows.shape) > 0) throw emptyAxis();
  return bind("gather", [x, rows], { axis });
}

/** {@link readRows} with a fill value for rows out of bounds. */
export function readRowsOrFill(
  x: JaxArray,
  rows: JaxArray,
  axis: number,
  fillValue?: ArrayLike | null,
): JaxArray {
  const read = readRows(x, rows, axis);
  const dims = rows.shape.map((_, i) => axis + i);
  const inside = broadcastInDim(inBounds(rows, x.shape[axis]), read.shape, dims);
  return select(inside, fillLike(read, x.dtype, fillValue), read);
}

function emptyAxis(): JaxTypeError {
  return new JaxTypeError(
    "Slice size at index 0 in gather op is out of range, must be within [0, 0 + 1), got 1.",
  );
}

/** The values of a write in the array's dtype; warns, as JAX does, where that loses something. */
function updatesFor(x: JaxArray, values: ArraySource): JaxArray {
  if (typeof values === "number" && Number.isInteger(values) && isInteger(x.dtype))
    return convert(scalar(values, "int32", true), x.dtype, x.weak);
  const updates = asarray(values);
  if (promoteTypes(x, updates).dtype !== x.dtype)
    warn(
      "FutureWarning",
      `scatter inputs have incompatible types: cannot safely cast value from dtype=${updates.dtype} to dtype=${x.dtype} with jax_numpy_dtype_promotion=standard. In future JAX releases this will result in an error.`,
    );
  return convert(updates, x.dtype, x.weak);
}

function checkKind(x: JaxArray, kind: ScatterKind): void {
  if (x.dtype === "bool" && (kind === "add" || kind === "mul"))
    throw new JaxTypeError(
      `${kind} does not accept dtype bool at position 0. Accepted dtypes at position 0 are subtypes of integer, floating, complexfloating.`,
    );
}

/** Writes values into a copy of an array. */
export function writeIndex(
  x: JaxArray,
  entries: readonly IndexEntry[],
  kind: ScatterKind,
  values: ArraySource,
  { mode }: IndexOptions = {},
): JaxArray {
  checkMode(mode);
  checkKind(x, kind);
  const index = parseIndex(entries, x.shape);
  const updates = updatesFor(x, values);
  const axis = loneAxis(index, x.shape);
  if (axis !== null && mode !== "clip") {
    const rows = rowsOf(index.selectors[axis], x.shape[axis]);
    const shape = [...x.shape.slice(0, axis), ...rows.shape, ...x.shape.slice(axis + 1)];
    return bind("scatter", [x, rows, broadcastTo(updates, shape)], { axis, kind });
  }
  const { shape, positions, inside } = selection(index, x.shape);
  const at =
    mode === "clip" || inside === null
      ? positions
      : select(inside, fullLike(positions, -1), positions);
  const size = sizeOf(shape);
  const rows = reshape(broadcastTo(updates, shape), [size]);
  const flat = reshape(x, [sizeOf(x.shape)]);
  const written = bind("scatter", [flat, reshape(at, [size]), rows], { axis: 0, kind });
  return reshape(written, x.shape);
}
