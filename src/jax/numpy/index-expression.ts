import { JaxArray } from "../core/array";
import { avalText, range, sizeOf, stridesOf, tupleText, type Shape } from "../core/aval";
import { ConcreteArray } from "../core/concrete";
import { isInteger } from "../dtype";
import { IndexError, JaxTypeError, TracerIntegerConversionError } from "../errors";
import { pythonTypeName } from "../type-name";
import { commonShape } from "./promote";

/** From `start` up to but without `stop`, every `step`-th; null leaves an end open, as in `x[1:]`. */
export type SliceIndex = readonly [start: number | null, stop: number | null, step?: number | null];

/**
 * One entry of an index: a position, a slice as a list of two or three, null for a new axis, "..." for
 * the axes not named, or an array of integers or booleans.
 */
export type IndexEntry = number | SliceIndex | null | "..." | JaxArray | Int32Array;

/** What one axis of an array is read by. */
export type AxisSelector =
  | {
      readonly kind: "slice";
      readonly start: number;
      readonly step: number;
      readonly count: number;
    }
  | { readonly kind: "at"; readonly position: number }
  | { readonly kind: "array"; readonly shape: Shape; readonly positions: Int32Array };

/** An index with one selector an axis, and where new axes go in the result. */
export interface ParsedIndex {
  readonly selectors: readonly AxisSelector[];
  /** The order of the result's axes before advanced ones are moved: an axis of the array, or null for a new one. */
  readonly layout: readonly (number | null)[];
  readonly advanced: boolean;
}

function consumed(entry: IndexEntry): number {
  if (entry === null || entry === "...") return 0;
  if (entry instanceof JaxArray && entry.dtype === "bool") return entry.shape.length;
  return 1;
}

/** Reads index entries against a shape. */
export function parseIndex(entries: readonly IndexEntry[], shape: Shape): ParsedIndex {
  const rank = shape.length;
  const used = entries.reduce((total: number, entry) => total + consumed(entry), 0);
  if (used > rank)
    throw new IndexError(
      `Too many indices: ${rank}-dimensional array indexed with ${used} regular indices.`,
    );
  if (entries.filter((entry) => entry === "...").length > 1)
    throw new IndexError("an index can only have a single ellipsis ('...')");
  const all = entries.includes("...") ? entries : [...entries, "..." as const];
  const selectors: AxisSelector[] = [];
  const layout: (number | null)[] = [];
  for (const entry of all) {
    if (entry === null) layout.push(null);
    else if (entry === "...") {
      for (let i = 0; i < rank - used; i++) {
        layout.push(selectors.length);
        selectors.push(whole(shape[selectors.length]));
      }
    } else {
      for (const selector of selectorsOf(entry, shape, selectors.length)) {
        layout.push(selectors.length);
        selectors.push(selector);
      }
    }
  }
  return { selectors, layout, advanced: selectors.some(({ kind }) => kind === "array") };
}

function whole(count: number): AxisSelector {
  return { kind: "slice", start: 0, step: 1, count };
}

function selectorsOf(
  entry: Exclude<IndexEntry, null | "...">,
  shape: Shape,
  axis: number,
): AxisSelector[] {
  if (typeof entry === "number") return [{ kind: "at", position: wrapped(entry, shape[axis]) }];
  if (entry instanceof Int32Array) return [positions([entry.length], entry, shape[axis])];
  if (entry instanceof JaxArray) return arraySelectors(entry, shape, axis);
  if (Array.isArray(entry)) return [sliceSelector(entry as SliceIndex, shape[axis])];
  throw new JaxTypeError(
    `Indexer must have integer or boolean type, got indexer with type <class '${pythonTypeName(entry)}'>. Slices are lists here: [start, stop, step].`,
  );
}

function wrapped(index: number, n: number): number {
  if (!Number.isInteger(index))
    throw new JaxTypeError(`Indexer must have integer or boolean type, got the number ${index}.`);
  return index < 0 ? index + n : index;
}

function positions(shape: Shape, values: ArrayLike<number>, n: number): AxisSelector {
  return { kind: "array", shape, positions: Int32Array.from(values, (i) => (i < 0 ? i + n : i)) };
}

function arraySelectors(index: JaxArray, shape: Shape, axis: number): AxisSelector[] {
  if (!(index instanceof ConcreteArray))
    throw new TracerIntegerConversionError(
      `This index is a traced array with shape ${avalText(index)}. Traced indices work along one axis by jnp.take(x, index, { axis }).`,
    );
  if (index.dtype === "bool") return maskSelectors(index, shape, axis);
  if (!isInteger(index.dtype))
    throw new JaxTypeError(
      `Indexer must have integer or boolean type, got indexer with type ${index.dtype}.`,
    );
  if (index.shape.length === 0)
    return [{ kind: "at", position: wrapped(index.values()[0], shape[axis]) }];
  return [positions(index.shape, index.values(), shape[axis])];
}

/** A boolean mask stands for the positions where it is true, one array for each of its axes. */
function maskSelectors(mask: ConcreteArray, shape: Shape, axis: number): AxisSelector[] {
  mask.shape.forEach((n, i) => {
    if (n !== shape[axis + i])
      throw new IndexError(
        `boolean index did not match shape of indexed array in index ${axis + i}: got ${tupleText(mask.shape)}, expected ${tupleText(shape.slice(axis, axis + mask.shape.length))}`,
      );
  });
  const found = [...mask.values().keys()].filter((i) => mask.values()[i] !== 0);
  const strides = stridesOf(mask.shape);
  return mask.shape.map((n, i) => ({
    kind: "array",
    shape: [found.length],
    positions: Int32Array.from(found, (at) => Math.floor(at / strides[i]) % n),
  }));
}

function sliceSelector([from, to, by]: SliceIndex, n: number): AxisSelector {
  const step = by ?? 1;
  if (step === 0) throw new IndexError("slice step cannot be zero");
  const clampTo = (value: number, low: number, high: number): number =>
    Math.min(Math.max(value < 0 ? value + n : value, low), high);
  const start = step > 0 ? clampTo(from ?? 0, 0, n) : clampTo(from ?? n - 1, -1, n - 1);
  const openStop = step > 0 ? n : -1;
  const stop =
    to === null || to === undefined
      ? openStop
      : step > 0
        ? clampTo(to, 0, n)
        : clampTo(to, -1, n - 1);
  return { kind: "slice", start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

/** The elements an index selects, as positions in the flattened array (size of it: out of bounds). */
export interface Selection {
  readonly shape: Shape;
  readonly linear: Int32Array;
}

/**
 * Resolves an index to flat positions, in NumPy's order: index arrays broadcast together; their axes
 * stand where the first one is if they are side by side, else in front.
 * @param outside what becomes of positions out of bounds: the nearest element, or dropped
 */
export function select(index: ParsedIndex, shape: Shape, outside: "clamp" | "drop"): Selection {
  const { selectors } = index;
  const strides = stridesOf(shape);
  const together = commonShape(
    selectors.flatMap((one) => (one.kind === "array" ? [one.shape] : [])),
  );
  const parts = resultParts(index, together);
  const result = parts.flatMap((part) => part.shape);
  const size = sizeOf(shape);
  const linear = new Int32Array(sizeOf(result));
  const steps = stridesOf(result);
  const fixed = selectors.map((one, axis) =>
    one.kind === "at" ? bounded(one.position, shape[axis], outside) : 0,
  );
  for (let i = 0; i < linear.length; i++) {
    let at = 0;
    let dropped = fixed.some((position) => position === -1);
    selectors.forEach((one, axis) => {
      if (one.kind === "at") at += fixed[axis] * strides[axis];
    });
    let dimension = 0;
    for (const part of parts) {
      const coordinates = part.shape.map((n, j) => Math.floor(i / steps[dimension + j]) % n);
      dimension += part.shape.length;
      for (const axis of part.axes) {
        const position = bounded(
          positionOf(selectors[axis], coordinates, together),
          shape[axis],
          outside,
        );
        if (position === -1) dropped = true;
        at += position * strides[axis];
      }
    }
    linear[i] = dropped ? size : at;
  }
  return { shape: result, linear };
}

function bounded(position: number, n: number, outside: "clamp" | "drop"): number {
  if (position >= 0 && position < n) return position;
  return outside === "drop" ? -1 : Math.min(Math.max(position, 0), n - 1);
}

/** A stretch of the result's axes, and the array's axes that are read along it. */
interface Part {
  readonly shape: Shape;
  readonly axes: readonly number[];
}

function resultParts({ selectors, layout }: ParsedIndex, together: Shape): Part[] {
  const arrays = range(selectors.length).filter((axis) => selectors[axis].kind === "array");
  const isIndexed = (axis: number | null): boolean =>
    axis !== null && selectors[axis].kind !== "slice";
  const joint: Part = { shape: together, axes: arrays };
  const places = layout.flatMap((axis, i) => (arrays.length > 0 && isIndexed(axis) ? [i] : []));
  const sideBySide = places.every((place, i) => i === 0 || place === places[i - 1] + 1);
  const parts: Part[] = arrays.length > 0 && !sideBySide ? [joint] : [];
  layout.forEach((axis, i) => {
    if (arrays.length > 0 && sideBySide && i === places[0]) parts.push(joint);
    if (axis === null) parts.push({ shape: [1], axes: [] });
    else {
      const one = selectors[axis];
      if (one.kind === "slice") parts.push({ shape: [one.count], axes: [axis] });
    }
  });
  return parts;
}

/** The position along one axis for the coordinates of a part. */
function positionOf(one: AxisSelector, coordinates: Shape, together: Shape): number {
  if (one.kind === "slice") return one.start + coordinates[0] * one.step;
  if (one.kind === "at") return one.position;
  const skipped = together.length - one.shape.length;
  let at = 0;
  one.shape.forEach((n, i) => {
    at = at * n + (n === 1 ? 0 : coordinates[i + skipped]);
  });
  return one.positions[at];
}
