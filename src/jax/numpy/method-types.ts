import type { JaxArray } from "../array/array";
import type { ArrayLike } from "./as-array";
import type { Axis } from "./axis";
import type { DTypeLike } from "./dtype-argument";
import type { IndexEntry } from "./index-entries";
import type { IndexRef } from "./index-ref";

interface ReduceOptions {
  axis?: Axis;
  keepdims?: boolean;
}
interface SpreadOptions extends ReduceOptions {
  ddof?: number;
}
interface SortOptions {
  axis?: number | null;
  descending?: boolean;
}
interface ArgOptions {
  axis?: number | null;
  keepdims?: boolean;
}

/** Nested lists of numbers or booleans, as `tolist` gives them. */
export type NestedNumbers = number | boolean | NestedNumbers[];

/** What every array and traced array can do; installed from the function table. */
export interface ArrayMethods {
  /** Number of axes. */
  readonly ndim: number;
  /** Number of elements. */
  readonly size: number;
  /** The array with its axes reversed. */
  readonly T: JaxArray;
  /** The array with its last two axes exchanged. */
  readonly mT: JaxArray;
  /** Bytes of one element. */
  readonly itemsize: number;
  /** Bytes of all elements. */
  readonly nbytes: number;
  /** The array itself: there are no complex numbers here. */
  readonly real: JaxArray;
  /** Zeros: there are no complex numbers here. */
  readonly imag: JaxArray;

  /** this + other, with broadcasting. */
  add(other: ArrayLike): JaxArray;
  /** this − other, with broadcasting. */
  sub(other: ArrayLike): JaxArray;
  /** this · other element by element, with broadcasting. */
  mul(other: ArrayLike): JaxArray;
  /** this / other, with broadcasting. */
  div(other: ArrayLike): JaxArray;
  /** this to the power of other; a whole number means repeated multiplication. */
  pow(other: ArrayLike): JaxArray;
  /** The remainder with the sign of other, as Python's `%`. */
  mod(other: ArrayLike): JaxArray;
  /** Matrix product, Python's `@`. */
  matmul(other: ArrayLike): JaxArray;
  /** Dot product. */
  dot(other: ArrayLike): JaxArray;
  /** −this. */
  neg(): JaxArray;
  /** Absolute value. */
  abs(): JaxArray;
  /** this < other, element by element. */
  less(other: ArrayLike): JaxArray;
  /** this ≤ other, element by element. */
  lessEqual(other: ArrayLike): JaxArray;
  /** this > other, element by element. */
  greater(other: ArrayLike): JaxArray;
  /** this ≥ other, element by element. */
  greaterEqual(other: ArrayLike): JaxArray;
  /** this = other, element by element. */
  equal(other: ArrayLike): JaxArray;
  /** this ≠ other, element by element. */
  notEqual(other: ArrayLike): JaxArray;
  /** Short for {@link less}. */
  lt(other: ArrayLike): JaxArray;
  /** Short for {@link lessEqual}. */
  le(other: ArrayLike): JaxArray;
  /** Short for {@link greater}. */
  gt(other: ArrayLike): JaxArray;
  /** Short for {@link greaterEqual}. */
  ge(other: ArrayLike): JaxArray;
  /** Short for {@link equal}. */
  eq(other: ArrayLike): JaxArray;
  /** Short for {@link notEqual}. */
  ne(other: ArrayLike): JaxArray;
  /** Logical and. */
  logicalAnd(other: ArrayLike): JaxArray;
  /** Logical or. */
  logicalOr(other: ArrayLike): JaxArray;
  /** Logical not. */
  logicalNot(): JaxArray;

  /** Sum over all axes or those given. */
  sum(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** Mean over all axes or those given. */
  mean(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** Product over all axes or those given. */
  prod(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** Largest element over all axes or those given. */
  max(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** Smallest element over all axes or those given. */
  min(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** Variance over all axes or those given. */
  var(axis?: Axis | SpreadOptions, options?: SpreadOptions): JaxArray;
  /** Standard deviation over all axes or those given. */
  std(axis?: Axis | SpreadOptions, options?: SpreadOptions): JaxArray;
  /** True if some element is. */
  any(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** True if every element is. */
  all(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** Index of the first largest element. */
  argmax(axis?: number | null | ArgOptions, options?: ArgOptions): JaxArray;
  /** Index of the first smallest element. */
  argmin(axis?: number | null | ArgOptions, options?: ArgOptions): JaxArray;
  /** Running sums along an axis. */
  cumsum(axis?: number | null | { axis?: number | null }): JaxArray;
  /** Running products along an axis. */
  cumprod(axis?: number | null | { axis?: number | null }): JaxArray;
  /** The largest element less the smallest. */
  ptp(axis?: Axis | ReduceOptions, options?: ReduceOptions): JaxArray;
  /** Elements in ascending order along an axis, the last unless given. */
  sort(axis?: number | null | SortOptions, options?: SortOptions): JaxArray;
  /** Positions that would sort the array along an axis, the last unless given. */
  argsort(axis?: number | null | SortOptions, options?: SortOptions): JaxArray;
  /** Positions that would put the kth element where it belongs, smaller ones before it. */
  argpartition(kth: number, axis?: number | { axis?: number }): JaxArray;
  /** From each of several arrays the elements that this one's whole numbers name. */
  choose(choices: readonly ArrayLike[], options?: { mode?: "raise" | "wrap" | "clip" }): JaxArray;
  /** The slices along an axis for which a condition holds; without one, of the flat array. */
  compress(condition: ArrayLike, axis?: number | null | { axis?: number | null }): JaxArray;
  /** The complex conjugate: real numbers are their own. */
  conj(): JaxArray;
  /** The complex conjugate: real numbers are their own. */
  conjugate(): JaxArray;
  /** Positions of the elements that are not zero, one array per axis. */
  nonzero(): JaxArray[];
  /** Where values belong in this sorted vector. */
  searchsorted(v: ArrayLike, options?: { side?: "left" | "right" }): JaxArray;
  /** Elements repeated, each as often as said. */
  repeat(
    repeats: number | readonly number[],
    axis?: number | null | { axis?: number | null },
  ): JaxArray;
  /** The diagonal of the first two axes. */
  diagonal(offset?: number): JaxArray;
  /** The sum of the diagonal of the first two axes. */
  trace(offset?: number): JaxArray;
  /** The nearest whole numbers. */
  round(decimals?: number): JaxArray;
  /** Values limited to [min, max]. */
  clip(min?: ArrayLike | null, max?: ArrayLike | null): JaxArray;

  /** The same elements in another shape: `x.reshape([2, -1])` or `x.reshape(2, -1)`. */
  reshape(...shape: readonly number[] | readonly [readonly number[]]): JaxArray;
  /** All elements in one axis. */
  ravel(): JaxArray;
  /** All elements in one axis. */
  flatten(): JaxArray;
  /** Axes in another order; without one, reversed. */
  transpose(...axes: readonly number[] | readonly [readonly number[]]): JaxArray;
  /** Two axes exchanged. */
  swapaxes(axis1: number, axis2: number): JaxArray;
  /** Removes axes of length 1. */
  squeeze(axis?: Axis): JaxArray;
  /** The same values in another dtype; fractions are cut off for integers. */
  astype(dtype: DTypeLike): JaxArray;

  /**
   * A place in the array, to read or to replace: `x.at(0, 1).set(5)`, `x.at([1, 3]).get()`. Entries are
   * positions, slices `[start, stop, step]` with null for an open end, null for a new axis, "..." and
   * integer or boolean arrays.
   */
  at(...index: IndexEntry[]): IndexRef;
  /** The part of the array that an index names; the same as `x.at(…).get()`. */
  slice(...index: IndexEntry[]): JaxArray;
  /** Rows by index along an axis. */
  take(
    indices: ArrayLike | readonly number[],
    axis?: number | null | { axis?: number | null },
  ): JaxArray;

  /** The value of a one-element array as a number; with indices, that of one element. */
  item(...index: number[]): number;
  /** The same values. */
  copy(): JaxArray;
  /** Waits for the values; they are computed at once here. */
  blockUntilReady(): JaxArray;
  /** The values as nested lists. */
  tolist(): NestedNumbers;
  /** NumPy's text: `[0.5 1. ]`. */
  toString(): string;
  /** JAX's text: `Array([0.5, 1. ], dtype=float32)`. */
  repr(): string;
  /** The rows along the first axis. */
  [Symbol.iterator](): IterableIterator<JaxArray>;
  /** Length of the first axis. */
  readonly length: number;
}
