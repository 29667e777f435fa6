import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { fromHost } from "../array/concrete";
import { bind } from "../core/trace";
import { JaxTypeError, ValueError } from "../base/errors";
import { normalAxis } from "../numpy/axis";
import { flip } from "../numpy/shaping";
import { flattenArrays } from "../transform/leaves";
import type { Traced } from "./types";

type Leaves = readonly JaxArray[];

export interface AssociativeScanOptions {
  /** Whether to start from the end. */
  readonly reverse?: boolean;
  /** The axis that runs over the elements; 0 by default. */
  readonly axis?: number;
}

function every(x: JaxArray, axis: number, start: number, step: number, end: number): JaxArray {
  return bind("slice", [x], {
    start: x.shape.map((_, i) => (i === axis ? Math.min(start, x.shape[axis]) : 0)),
    limit: x.shape.map((n, i) => (i === axis ? Math.max(end, Math.min(start, n)) : n)),
    strides: x.shape.map((_, i) => (i === axis ? step : 1)),
  });
}

/** a₀ b₀ a₁ b₁ …; `a` may have one more. */
function interleaved(a: JaxArray, b: JaxArray, axis: number): JaxArray {
  const [n, m] = [a.shape[axis], b.shape[axis]];
  const order = Int32Array.from(range(n + m), (i) => (i % 2 === 0 ? i / 2 : n + (i - 1) / 2));
  const both = bind("concatenate", [a, b], { dimension: axis });
  return bind("gather", [both, fromHost([n + m], "int32", false, order)], { axis });
}

/** Pairs are combined first, and what comes of them is scanned; then the places between are filled in. */
function scanned(combine: (a: Leaves, b: Leaves) => Leaves, elems: Leaves, axis: number): Leaves {
  const n = elems[0].shape[axis];
  if (n < 2) return elems;
  const pairs = combine(
    elems.map((x) => every(x, axis, 0, 2, n - 1)),
    elems.map((x) => every(x, axis, 1, 2, n)),
  );
  const odd = scanned(combine, pairs, axis);
  const behind = odd.map((x) => (n % 2 === 0 ? every(x, axis, 0, 1, x.shape[axis] - 1) : x));
  const even =
    behind[0].shape[axis] === 0
      ? behind
      : combine(
          behind,
          elems.map((x) => every(x, axis, 2, 2, n)),
        );
  return even.map((x, i) => {
    const first = every(elems[i], axis, 0, 1, 1);
    return interleaved(bind("concatenate", [first, x], { dimension: axis }), odd[i], axis);
  });
}

/**
 * All prefixes of `elems` combined by an associative function, which gets and gives whole slices along
 * the axis: `associativeScan((a, b) => a.add(b), x)` is a running sum.
 */
export function associativeScan<E>(
  fn: (a: Traced<E>, b: Traced<E>) => unknown,
  elems: E,
  { reverse = false, axis = 0 }: AssociativeScanOptions = {},
): Traced<E> {
  if (typeof fn !== "function")
    throw new JaxTypeError("lax.associative_scan: fn argument should be callable.");
  const { arrays, treedef } = flattenArrays(elems);
  if (arrays.length === 0) return treedef.unflatten([]) as Traced<E>;
  const along = normalAxis(axis, arrays[0].shape.length);
  const lengths = arrays.map(({ shape }) => shape[along]);
  if (lengths.some((n) => n !== lengths[0]))
    throw new ValueError(
      `Array inputs to associative_scan must have the same first dimension. (saw: [${arrays.map(({ shape }) => `(${shape.join(", ")})`).join(", ")}])`,
    );
  const combine = (a: Leaves, b: Leaves): Leaves => {
    const value = fn(treedef.unflatten(a) as Traced<E>, treedef.unflatten(b) as Traced<E>);
    return flattenArrays(value).arrays;
  };
  const turned = (list: Leaves): Leaves => (reverse ? list.map((x) => flip(x, along)) : list);
  return treedef.unflatten(turned(scanned(combine, turned(arrays), along))) as Traced<E>;
}
