import { JaxArray } from "../array/array";
import { avalText } from "../array/aval";
import { JaxTypeError, ValueError, IndexError } from "../base/errors";
import { pythonTypeName } from "../tree/python-type-name";
import { concreteOf } from "./concrete-value";

/** From `start` up to but without `stop`, every `step`-th; null leaves an end open, as in `x[1:]`. */
export type SliceIndex = readonly [
  start: number | JaxArray | null,
  stop: number | JaxArray | null,
  step?: number | JaxArray | null,
];

/**
 * One entry of an index: a position, a slice as a list of two or three, null for a new axis, "..." for
 * the axes not named, an array of integers or booleans, or a boolean.
 */
export type IndexEntry = number | SliceIndex | null | "..." | JaxArray | Int32Array | boolean;

/** A slice of an axis: `count` positions from `start` on, `step` apart. */
export interface SliceSelector {
  readonly kind: "slice";
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** A position from the front; raises JAX's error for numbers that are no integers. */
export function wrapped(index: number, n: number): number {
  if (!Number.isInteger(index))
    throw new JaxTypeError(
      "Indexer must have integer or boolean type, got indexer with type float64",
    );
  return index < 0 ? index + n : index;
}

/** Raises JAX's error for a value that no index can have. */
export function badEntry(entry: unknown): Error {
  if (typeof entry === "string")
    return new JaxTypeError(`JAX does not support string indexing; got idx='${entry}'`);
  return new JaxTypeError(
    `Indexer must have integer or boolean type, got indexer with type <class '${pythonTypeName(entry)}'>. Slices are lists here: [start, stop, step].`,
  );
}

function sliceText(slice: SliceIndex): string {
  const parts = [slice[0], slice[1], slice[2] ?? null].map((part) => {
    if (part instanceof JaxArray) return `${pythonTypeName(part)}(${avalText(part, true)})`;
    return part === null ? "None" : String(part);
  });
  return `slice(${parts.join(", ")})`;
}

/** The end or step of a slice as a number; null where it is open. */
function bound(part: SliceIndex[number], slice: SliceIndex, at: number): number | null {
  if (part === null || part === undefined) return null;
  if (part instanceof JaxArray) {
    const value = concreteOf(part);
    if (value === null || value.shape.length > 0)
      throw new IndexError(
        `Slice entries must be static integers. Got ${sliceText(slice)} at position ${at}`,
      );
    return value.values()[0];
  }
  if (!Number.isInteger(part))
    throw new JaxTypeError("'float' object cannot be interpreted as an integer");
  return part;
}

/** Python's rules for the ends of a slice on an axis of length n. */
export function sliceSelector(slice: SliceIndex, n: number, at: number): SliceSelector {
  const [from, to, by] = [0, 1, 2].map((i) => bound(slice[i], slice, at));
  const step = by ?? 1;
  if (step === 0) throw new ValueError("slice step cannot be zero");
  const clampTo = (value: number, low: number, high: number): number =>
    Math.min(Math.max(value < 0 ? value + n : value, low), high);
  const start = step > 0 ? clampTo(from ?? 0, 0, n) : clampTo(from ?? n - 1, -1, n - 1);
  const openStop = step > 0 ? n : -1;
  const stop = to === null ? openStop : step > 0 ? clampTo(to, 0, n) : clampTo(to, -1, n - 1);
  return { kind: "slice", start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}
