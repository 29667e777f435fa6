import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { binaryOp, constLike, reshape } from "../core/ops";
import { bind } from "../core/trace";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { define } from "./function-table";
import { compareNumbers, orderOf, reversed, sortedAlong } from "./ordering";
import { promoted } from "./promote";

interface SortOptions {
  axis?: number | null;
  /** Equal elements keep their order; they always do here. */
  stable?: boolean;
  descending?: boolean;
}
type Sort = (a: ArrayLike, axis?: number | null | SortOptions, options?: SortOptions) => JaxArray;

function lane(name: string, a: ArrayLike, axis: number | null | undefined): [JaxArray, number] {
  const x = asArray(a, name);
  if (axis === null) return [reshape(x, [sizeOf(x.shape)]), 0];
  return [x, normalAxis(axis ?? -1, x.shape.length)];
}

/** Elements in ascending order along an axis, NaN last. */
export const sort: Sort = define(
  "jax.numpy",
  "sort(@a, axis=-1, *, kind!=None, order!=None, stable=True, descending=False)",
  (a: ArrayLike, axis?: number | null, _stable?: boolean, descending = false) => {
    const [x, along] = lane("sort", a, axis);
    const result = sortedAlong(x, along);
    return descending ? reversed(result, along) : result;
  },
);

/** Positions (int32) that would sort the array along an axis. */
export const argsort: Sort = define(
  "jax.numpy",
  "argsort(@a, axis=-1, *, kind!=None, order!=None, stable=True, descending=False, dtype!=None)",
  (a: ArrayLike, axis?: number | null, _stable?: boolean, descending = false) => {
    const [x, along] = lane("argsort", a, axis);
    if (!descending) return orderOf([x], along);
    const order = reversed(orderOf([reversed(x, along)], along), along);
    return binaryOp("sub", constLike(order, x.shape[along] - 1), order);
  },
);

/** Positions that sort by several keys; the last key decides first. */
export const lexsort: (
  keys: readonly ArrayLike[] | JaxArray,
  axis?: number | { axis?: number },
) => JaxArray = define(
  "jax.numpy",
  "lexsort([keys], axis=-1)",
  (keys: readonly ArrayLike[] | JaxArray, axis = -1) => {
    const list = [...keys].map((key) => asArray(key, "lexsort"));
    if (list.length === 0) throw new JaxTypeError("need sequence of keys with len > 0 in lexsort");
    if (list.some((key) => key.shape.join() !== list[0].shape.join()))
      throw new ValueError("all keys need to be the same shape");
    return orderOf(list, normalAxis(axis, list[0].shape.length));
  },
);

/** A partition is a whole sort here: the k-th element stands in its place, smaller ones before it. */
export const partition: (a: ArrayLike, kth: number, axis?: number) => JaxArray = define(
  "jax.numpy",
  "partition(@a, kth, axis=-1)",
  (a: ArrayLike, _kth: number, axis = -1) => sort(a, axis),
  { note: "sorts the whole axis" },
);
/** Positions that partition the array: those that sort it. */
export const argpartition: (a: ArrayLike, kth: number, axis?: number) => JaxArray = define(
  "jax.numpy",
  "argpartition(@a, kth, axis=-1)",
  (a: ArrayLike, _kth: number, axis = -1) => argsort(a, axis),
  { note: "sorts the whole axis" },
);

type Side = "left" | "right";

/** How many sorted elements come before v: those below it, and on the right side also those equal. */
function placeOf(sorted: readonly number[], v: number, side: Side): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareNumbers(sorted[middle], v);
    if (order < 0 || (side === "right" && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function places(name: string, sorted: JaxArray, values: JaxArray, side: Side): JaxArray {
  const [row, v] = promoted([sorted, values]);
  const flat = reshape(v, [sizeOf(v.shape)]);
  const run = (table: readonly number[], each: readonly number[]): number[] =>
    each.map((value) => placeOf(table, value, side));
  return reshape(
    bind("host_call", [row, flat], {
      name,
      out: { shape: flat.shape, dtype: "int32", weak: false },
      run: ([table, each]) => Int32Array.from(run([...table.data], [...each.data])),
    }),
    v.shape,
  );
}

interface SearchOptions {
  side?: Side;
  sorter?: ArrayLike | null;
}
/** Where each value would be inserted to keep a sorted vector sorted (int32). */
export const searchsorted: (
  a: ArrayLike,
  v: ArrayLike,
  side?: Side | SearchOptions,
  options?: SearchOptions,
) => JaxArray = define(
  "jax.numpy",
  "searchsorted(@a, @v, side='left', @sorter=None, *, method='scan')",
  (a: ArrayLike, v: ArrayLike, side: Side = "left", sorter?: ArrayLike | null) => {
    if (!["left", "right"].includes(side))
      throw new ValueError(
        `'${side as string}' is an invalid value for keyword 'side'. Expected one of ['left', 'right'].`,
      );
    const table = asArray(a, "searchsorted");
    if (table.shape.length !== 1) throw new ValueError("a should be 1-dimensional");
    const ordered =
      sorter === null || sorter === undefined
        ? table
        : bind("gather", [table, asArray(sorter)], { axis: 0 });
    return places("searchsorted", ordered, asArray(v, "searchsorted", 1), side);
  },
);

/** The number of the bin that each value falls into; bins rise or fall. */
export const digitize: (
  x: ArrayLike,
  bins: ArrayLike,
  right?: boolean | { right?: boolean },
) => JaxArray = define(
  "jax.numpy",
  "digitize(@x, @bins, right=False, *, method!=None)",
  (x: ArrayLike, bins: ArrayLike, right = false) => {
    const edges = asArray(bins, "digitize", 1);
    if (edges.shape.length !== 1)
      throw new ValueError(
        "digitize: bins must be a 1-dimensional array; got bins of another rank",
      );
    const side = right ? "left" : "right";
    const [table, v] = promoted([edges, asArray(x, "digitize")]);
    const n = edges.shape[0];
    const run = (rows: readonly number[], each: number): number => {
      const falls = n > 0 && rows[0] > rows[n - 1];
      return falls ? n - placeOf([...rows].reverse(), each, side) : placeOf(rows, each, side);
    };
    return bind("host_call", [table, v], {
      name: "digitize",
      out: { shape: v.shape, dtype: "int32", weak: false },
      run: ([rows, each]) => Int32Array.from(each.data, (value) => run([...rows.data], value)),
    });
  },
);
