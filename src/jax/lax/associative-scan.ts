import { JaxTypeError, ValueError } from "../base/errors";
import { normalAxis } from "../numpy/axis";
import { prefixes, type Leaves } from "../numpy/prefixes";
import { flip } from "../numpy/shaping";
import { flattenArrays } from "../transform/leaves";
import type { Traced } from "./types";

export interface AssociativeScanOptions {
  /** Whether to start from the end. */
  readonly reverse?: boolean;
  /** The axis that runs over the elements; 0 by default. */
  readonly axis?: number;
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
  return treedef.unflatten(turned(prefixes(combine, turned(arrays), along))) as Traced<E>;
}
