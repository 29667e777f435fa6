import type { JaxArray } from "../array/array";
import { range, sizeOf } from "../array/aval";
import { fromHost } from "../array/concrete";
import { reshape, unaryOp } from "../core/ops";
import { bind } from "../core/trace";
import { isFloating } from "../base/dtype";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { concreteOf, concretizationError } from "./concrete-value";
import { where } from "./elementwise";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { promoted } from "./promote";
import { any } from "./reductions";
import { expandDims, moveaxis } from "./shaping";
import { take } from "./taking";

type Values = ArrayLike;
type Row = readonly number[];

/** What is known of equal rows: for each group its first row, for each row its group, the groups' sizes. */
interface Groups {
  readonly first: readonly number[];
  readonly inverse: readonly number[];
  readonly counts: readonly number[];
}

/** NaN comes last. */
function compare(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : a - b;
}

function compareRows(a: Row, b: Row): number {
  for (let i = 0; i < a.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Rows of `width` numbers in groups of equal ones, in ascending order. */
function groupsOf(data: ArrayLikeNumbers, width: number, equalNan: boolean): Groups {
  const rows = range(width === 0 ? 0 : data.length / width).map((i) =>
    range(width).map((j) => data[i * width + j]),
  );
  const order = range(rows.length).sort((i, j) => compareRows(rows[i], rows[j]) || i - j);
  const groups = { first: [] as number[], inverse: [] as number[], counts: [] as number[] };
  order.forEach((row, k) => {
    const isNew =
      k === 0 ||
      compareRows(rows[order[k - 1]], rows[row]) !== 0 ||
      (!equalNan && rows[row].some((each) => Number.isNaN(each)));
    if (isNew) {
      groups.first.push(row);
      groups.counts.push(0);
    }
    groups.inverse[row] = groups.first.length - 1;
    groups.counts[groups.first.length - 1] += 1;
  });
  return groups;
}

interface ArrayLikeNumbers {
  readonly length: number;
  readonly [i: number]: number;
}

interface UniqueOptions {
  returnIndex?: boolean;
  returnInverse?: boolean;
  returnCounts?: boolean;
  /** The axis whose slices are compared; without it all elements. */
  axis?: number | null;
  equalNan?: boolean;
  /** How many values to give; needed where the values are traced. */
  size?: number | null;
  /** What stands beyond the values that were found; the smallest one unless given. */
  fillValue?: ArrayLike | null;
}

interface Unique {
  readonly values: JaxArray;
  readonly index: JaxArray;
  readonly inverse: JaxArray;
  readonly counts: JaxArray;
}

function uniqueOf(name: string, a: Values, options: UniqueOptions): Unique {
  const given = asArray(a, name);
  const { axis, equalNan = true, fillValue } = options;
  // As in JAX, where the number of values is not said, they are constants.
  const isSized = options.size !== null && options.size !== undefined;
  const x = isSized || !isFloating(given.dtype) ? given : unaryOp("stop_gradient", given);
  const isFlat = axis === null || axis === undefined;
  const along = isFlat ? 0 : normalAxis(axis, x.shape.length);
  const rows = isFlat ? reshape(x, [sizeOf(x.shape)]) : moveaxis(x, along, 0);
  const [n] = rows.shape;
  const width = sizeOf(rows.shape.slice(1));
  const size = options.size ?? countOf(name, rows, width, equalNan);
  const part = (shape: Row, read: (groups: Groups) => Row, fill: (g: Groups) => number): JaxArray =>
    bind("host_call", [rows], {
      name: "unique",
      out: { shape, dtype: "int32", weak: false },
      run: ([{ data }]) => {
        const groups = groupsOf(data, width, equalNan);
        const list = read(groups);
        return Int32Array.from({ length: sizeOf(shape) }, (_, i) => list.at(i) ?? fill(groups));
      },
    });
  const index = part(
    [size],
    ({ first }) => first,
    ({ first }) => first[0],
  );
  const counts = part(
    [size],
    (groups) => groups.counts,
    () => 0,
  );
  const inverse = part(
    [n],
    (groups) => groups.inverse.map((i) => Math.min(i, size - 1)),
    () => 0,
  );
  const taken = take(rows, index, 0);
  const filled =
    fillValue === null || fillValue === undefined ? taken : withFill(taken, counts, fillValue);
  return {
    values: isFlat ? filled : moveaxis(filled, 0, along),
    index,
    inverse: isFlat ? reshape(inverse, x.shape) : inverse,
    counts,
  };
}

function withFill(taken: JaxArray, counts: JaxArray, fill: ArrayLike): JaxArray {
  const shape = taken.shape.map((n, i) => (i === 0 ? n : 1));
  return where(reshape(counts.greater(0), shape), taken, asArray(fill).astype(taken.dtype));
}

function countOf(name: string, rows: JaxArray, width: number, equalNan: boolean): number {
  const known = concreteOf(rows);
  if (known === null)
    throw concretizationError(
      rows,
      `The error arose for the first argument of jnp.${name}(). To make jnp.${name}() compatible with JIT and other transforms, you can specify a concrete value for the size argument, which will determine the output size.`,
    );
  return groupsOf(known.values(), width, equalNan).first.length;
}

/** The different elements in ascending order; with further results asked for, a list that begins with them. */
export const unique: {
  (ar: Values): JaxArray;
  (ar: Values, options: UniqueOptions & { returnIndex: true }): JaxArray[];
  (ar: Values, options: UniqueOptions & { returnInverse: true }): JaxArray[];
  (ar: Values, options: UniqueOptions & { returnCounts: true }): JaxArray[];
  (ar: Values, options: UniqueOptions): JaxArray;
} = define(
  "jax.numpy",
  "unique(@ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, size=None, @fill_value=None, sorted!=True)",
  (
    ar: Values,
    returnIndex = false,
    returnInverse = false,
    returnCounts = false,
    axis?: number | null,
    equalNan?: boolean,
    size?: number | null,
    fillValue?: ArrayLike | null,
  ) => {
    const found = uniqueOf("unique", ar, { axis, equalNan, size, fillValue });
    const more = [
      ...(returnIndex ? [found.index] : []),
      ...(returnInverse ? [found.inverse] : []),
      ...(returnCounts ? [found.counts] : []),
    ];
    return more.length === 0 ? found.values : [found.values, ...more];
  },
);

interface SizeOptions {
  size?: number | null;
  fillValue?: ArrayLike | null;
}
type Uniques<R> = (x: Values, options?: SizeOptions) => R;

function uniques<R>(name: string, read: (found: Unique) => R): Uniques<R> {
  return define(
    "jax.numpy",
    `${name}(@x, /, *, size=None, @fill_value=None)`,
    (x: Values, size?: number | null, fillValue?: ArrayLike | null) =>
      read(uniqueOf(name, x, { size, fillValue, equalNan: false })),
  );
}
/** Different values, where each first stands, for each element the number of its value, and how often it occurs. */
export const uniqueAll: Uniques<JaxArray[]> = uniques("unique_all", (found) => [
  found.values,
  found.index,
  found.inverse,
  found.counts,
]);
/** Different values, and how often each occurs. */
export const uniqueCounts: Uniques<JaxArray[]> = uniques("unique_counts", (found) => [
  found.values,
  found.counts,
]);
/** Different values, and for each element the number of its value. */
export const uniqueInverse: Uniques<JaxArray[]> = uniques("unique_inverse", (found) => [
  found.values,
  found.inverse,
]);
/** Different values in ascending order. */
export const uniqueValues: Uniques<JaxArray> = uniques("unique_values", ({ values }) => values);

interface IsinOptions {
  invert?: boolean;
}
/** Whether each element is among others. */
export const isin: (element: Values, testElements: Values, options?: IsinOptions) => JaxArray =
  define(
    "jax.numpy",
    "isin(@element, @test_elements, assume_unique=False, invert=False, *, method='auto')",
    (element: Values, tests: Values, _unique?: boolean, invert = false) => {
      const [x, y] = promoted([asArray(element, "isin"), asArray(tests, "isin", 1)]);
      const found = any(expandDims(x, -1).equal(y.ravel()), { axis: -1 });
      return invert ? found.logicalNot() : found;
    },
  );

function flatPair(name: string, a: Values, b: Values): [JaxArray, JaxArray] {
  const [x, y] = promoted([asArray(a, name), asArray(b, name, 1)]);
  return [x.ravel(), y.ravel()];
}

type SetFunction = (ar1: Values, ar2: Values) => JaxArray;

/** The values that are in one of two arrays or in both. */
export const union1d: (ar1: Values, ar2: Values, options?: SizeOptions) => JaxArray = define(
  "jax.numpy",
  "union1d(@ar1, @ar2, *, size=None, @fill_value=None)",
  (ar1: Values, ar2: Values, size?: number | null, fillValue?: ArrayLike | null) =>
    uniqueOf("union1d", concatenate(flatPair("union1d", ar1, ar2), 0), { size, fillValue }).values,
);

function kept(name: string, x: JaxArray, flags: JaxArray): JaxArray {
  const known = concreteOf(flags);
  if (known === null)
    throw concretizationError(
      x,
      `The number of values that jnp.${name} gives depends on its arguments.`,
    );
  const list = [...known.values()].flatMap((flag, i) => (flag === 0 ? [] : [i]));
  return take(x, fromHost([list.length], "int32", false, Int32Array.from(list)));
}

/** The values of the first array that are not in the second. */
export const setdiff1d: SetFunction = define(
  "jax.numpy",
  "setdiff1d(@ar1, @ar2, assume_unique=False, *, size!=None, fill_value!=None)",
  (ar1: Values, ar2: Values) => {
    const [x, y] = flatPair("setdiff1d", ar1, ar2);
    const { values } = uniqueOf("setdiff1d", x, {});
    return kept("setdiff1d", values, isin(values, y, { invert: true }));
  },
);

/** The values that are in exactly one of two arrays. */
export const setxor1d: SetFunction = define(
  "jax.numpy",
  "setxor1d(@ar1, @ar2, assume_unique=False, *, size!=None, fill_value!=None)",
  (ar1: Values, ar2: Values) => {
    const pair = flatPair("setxor1d", ar1, ar2);
    const [x, y] = pair.map((each) => uniqueOf("setxor1d", each, {}).values);
    const { values, counts } = uniqueOf("setxor1d", concatenate([x, y], 0), {});
    return kept("setxor1d", values, counts.equal(1));
  },
);

interface IntersectOptions {
  /** Whether to give the places of the values in both arrays as well. */
  returnIndices?: boolean;
}
/** The values that are in both arrays; with `returnIndices` a list with their places in each. */
export const intersect1d: {
  (ar1: Values, ar2: Values): JaxArray;
  (ar1: Values, ar2: Values, options: IntersectOptions & { returnIndices: true }): JaxArray[];
} = define(
  "jax.numpy",
  "intersect1d(@ar1, @ar2, assume_unique=False, return_indices=False, *, size!=None, fill_value!=None)",
  (ar1: Values, ar2: Values, _unique?: boolean, returnIndices = false) => {
    const [x, y] = flatPair("intersect1d", ar1, ar2);
    const [first, second] = [uniqueOf("intersect1d", x, {}), uniqueOf("intersect1d", y, {})];
    const inBoth = isin(first.values, second.values);
    const values = kept("intersect1d", first.values, inBoth);
    if (!returnIndices) return values;
    return [
      values,
      kept("intersect1d", first.index, inBoth),
      kept("intersect1d", second.index, isin(second.values, first.values)),
    ];
  },
);
