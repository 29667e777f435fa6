import { JaxArray } from "../array/array";
import { range, stridesOf, tupleText, type Shape } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import { fromHost } from "../array/concrete";
import { isInteger } from "../base/dtype";
import { IndexError, JaxTypeError, NonConcreteBooleanIndexError } from "../base/errors";
import { concreteOf } from "./concrete-value";
import {
  badEntry,
  sliceSelector,
  wrapped,
  type IndexEntry,
  type SliceIndex,
  type SliceSelector,
} from "./index-entries";
import { commonShape } from "./promote";

/** What one axis of an array is read by. Positions may lie out of bounds. */
export type AxisSelector =
  | SliceSelector
  | { readonly kind: "at"; readonly position: number }
  /** Positions counted from the front that are known. */
  | { readonly kind: "array"; readonly shape: Shape; readonly positions: Int32Array }
  /** Positions that a transformation traces; negative ones count from the end. */
  | { readonly kind: "traced"; readonly shape: Shape; readonly index: JaxArray };

/** An index with one selector an axis, and where axes go in the result. */
export interface ParsedIndex {
  readonly selectors: readonly AxisSelector[];
  /** The result's axes before index arrays are joined: an axis of the array, "new", or a boolean's place. */
  readonly layout: readonly (number | "new" | "flag")[];
  /** Shapes of lone booleans, which take part in the joining of index arrays. */
  readonly flags: readonly Shape[];
}

/** Whether index arrays (or lone booleans) are part of an index. */
export function isAdvanced({ selectors, flags }: ParsedIndex): boolean {
  return flags.length > 0 || selectors.some(({ kind }) => kind === "array" || kind === "traced");
}

function isMask(entry: IndexEntry): entry is JaxArray {
  return entry instanceof JaxArray && entry.dtype === "bool";
}

function consumed(entry: IndexEntry): number {
  if (entry === null || entry === "..." || typeof entry === "boolean") return 0;
  return isMask(entry) ? entry.shape.length : 1;
}

/** Reads index entries against a shape. */
export function parseIndex(entries: readonly IndexEntry[], shape: Shape): ParsedIndex {
  const rank = shape.length;
  const used = entries.reduce((total: number, entry) => total + consumed(entry), 0);
  if (used > rank)
    throw new IndexError(
      `Too many indices: array is ${rank}-dimensional, but ${used} were indexed`,
    );
  if (entries.filter((entry) => entry === "...").length > 1)
    throw new IndexError("an index can only have a single ellipsis ('...')");
  const all = entries.includes("...") ? entries : [...entries, "..." as const];
  const selectors: AxisSelector[] = [];
  const layout: (number | "new" | "flag")[] = [];
  const flags: Shape[] = [];
  const add = (selector: AxisSelector): void => {
    layout.push(selectors.length);
    selectors.push(selector);
  };
  all.forEach((entry, place) => {
    if (entry === null) layout.push("new");
    else if (entry === "...")
      for (let i = 0; i < rank - used; i++)
        add({ kind: "slice", start: 0, step: 1, count: shape[selectors.length] });
    else if (isMask(entry) || typeof entry === "boolean") {
      const mask = maskValues(entry);
      if (mask.shape.length === 0) {
        layout.push("flag");
        flags.push([mask.values()[0]]);
      } else maskSelectors(mask, shape, selectors.length).forEach(add);
    } else add(selectorOf(entry, shape[selectors.length], place, selectors.length));
  });
  return { selectors, layout, flags };
}

function selectorOf(
  entry: Exclude<IndexEntry, null | "..." | boolean>,
  n: number,
  place: number,
  axis: number,
): AxisSelector {
  if (Array.isArray(entry)) return sliceSelector(entry as SliceIndex, n, place);
  if (entry instanceof Int32Array) return positions([entry.length], entry, n);
  if (typeof entry === "number") return positionSelector(entry, n, axis);
  if (!(entry instanceof JaxArray)) throw badEntry(entry);
  if (!isInteger(entry.dtype))
    throw new JaxTypeError(
      `Indexer must have integer or boolean type, got indexer with type ${entry.dtype}`,
    );
  const known = concreteOf(entry);
  if (known === null) return { kind: "traced", shape: entry.shape, index: entry };
  if (known.shape.length === 0) return positionSelector(known.values()[0], n, axis);
  return positions(known.shape, known.values(), n);
}

function positionSelector(index: number, n: number, axis: number): AxisSelector {
  const position = wrapped(index, n);
  if (n === 0) throw new IndexError(`index is out of bounds for axis ${axis} with size 0`);
  return { kind: "at", position };
}

function positions(shape: Shape, values: ArrayLike<number>, n: number): AxisSelector {
  return { kind: "array", shape, positions: Int32Array.from(values, (i) => (i < 0 ? i + n : i)) };
}

function maskValues(entry: JaxArray | boolean): ConcreteArray {
  if (typeof entry === "boolean") return fromHost([], "bool", false, Uint8Array.of(entry ? 1 : 0));
  const known = concreteOf(entry);
  if (known !== null) return known;
  throw new NonConcreteBooleanIndexError(
    `Array boolean indices must be concrete; got bool[${entry.shape.join(",")}]\n\nSee https://docs.jax.dev/en/latest/errors.html#jax.errors.NonConcreteBooleanIndexError`,
  );
}

/** A boolean mask stands for the positions where it is true, one array for each of its axes. */
function maskSelectors(mask: ConcreteArray, shape: Shape, axis: number): AxisSelector[] {
  const own = shape.slice(axis, axis + mask.shape.length);
  if (mask.shape.some((n, i) => n !== own[i]))
    throw new IndexError(
      `boolean index did not match shape of indexed array in index ${axis}: got ${tupleText(mask.shape)}, expected [${own.join(", ")}]`,
    );
  const flags = mask.values();
  const found = range(flags.length).filter((i) => flags[i] !== 0);
  const strides = stridesOf(mask.shape);
  return mask.shape.map((n, i) => ({
    kind: "array",
    shape: [found.length],
    positions: Int32Array.from(found, (at) => Math.floor(at / strides[i]) % n),
  }));
}

/** A stretch of the result's axes, and the array's axes that are read along it. */
export interface Part {
  readonly shape: Shape;
  readonly axes: readonly number[];
}

/**
 * The result of an index in NumPy's order: index arrays broadcast together; their axes stand where the
 * first one is if they (and single positions) are side by side, else in front.
 */
export function resultParts({ selectors, layout, flags }: ParsedIndex): Part[] {
  const arrays = range(selectors.length).filter((axis) => {
    const { kind } = selectors[axis];
    return kind === "array" || kind === "traced";
  });
  const shapes = selectors.flatMap((one) =>
    one.kind === "array" || one.kind === "traced" ? [one.shape] : [],
  );
  const joint: Part = { shape: commonShape([...shapes, ...flags]), axes: arrays };
  const isJoint = arrays.length > 0 || flags.length > 0;
  const isIndexed = (item: number | "new" | "flag"): boolean =>
    item === "flag" || (item !== "new" && selectors[item].kind !== "slice");
  const places = layout.flatMap((item, i) => (isJoint && isIndexed(item) ? [i] : []));
  const sideBySide = places.every((place, i) => i === 0 || place === places[i - 1] + 1);
  const parts: Part[] = isJoint && !sideBySide ? [joint] : [];
  layout.forEach((item, i) => {
    if (sideBySide && i === places[0]) parts.push(joint);
    if (item === "new") parts.push({ shape: [1], axes: [] });
    if (typeof item !== "number") return;
    const one = selectors[item];
    if (one.kind === "slice") parts.push({ shape: [one.count], axes: [item] });
  });
  return parts;
}
