import type { JaxArray } from "../array/array";
import { sizeOf, stridesOf } from "../array/aval";
import { IndexError, ValueError } from "../base/errors";
import { itemOf } from "./concrete-value";
import { readIndex } from "./indexing";

/** A place counted from the front; raises NumPy's error if it is outside. */
function inside(place: number, n: number, where: string): number {
  const at = place < 0 ? place + n : place;
  if (at >= 0 && at < n) return at;
  throw new IndexError(`index ${place} is out of bounds for ${where}size ${n}`);
}

/**
 * The value of a one-element array; with one index, that of an element by its place in the flattened
 * array, with one for each axis, by its place there.
 * @throws IndexError for a place outside, ValueError for another number of indices
 */
export function item(x: JaxArray, ...index: number[]): number {
  const { shape } = x;
  if (index.length === 0) return itemOf(x);
  if (index.length === 1) {
    const at = inside(index[0], sizeOf(shape), "");
    const places = stridesOf(shape).map((step, i) => Math.floor(at / step) % shape[i]);
    return itemOf(readIndex(x, places));
  }
  if (index.length !== shape.length) throw new ValueError("incorrect number of indices for array");
  const places = index.map((each, axis) => inside(each, shape[axis], `axis ${axis} with `));
  return itemOf(readIndex(x, places));
}
