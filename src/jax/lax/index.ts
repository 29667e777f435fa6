/** The names of `jax.lax` that are here. */
import { unaryOp } from "../core/ops";
import { toArray } from "../numpy/as-array";
import { asArray } from "../numpy/as-array";
import { treeMap } from "../tree/map";
import type { JaxArray } from "../core/array";
import type { ArrayLike } from "../numpy/as-array";

/**
 * The same value, but with no derivative: gradients do not flow through it. Takes an array or a tree
 * of them.
 */
export function stopGradient<T>(x: T): T {
  // Every array of the tree is replaced by an array, other leaves stay: the tree keeps its type.
  return treeMap((leaf) => {
    const array = toArray(leaf);
    return array === null ? leaf : unaryOp("stop_gradient", array);
  }, x) as T;
}

/** 1 / √x. */
export function rsqrt(x: ArrayLike): JaxArray {
  return unaryOp("rsqrt", asArray(x, "rsqrt"));
}

/** The error function. */
export function erf(x: ArrayLike): JaxArray {
  return unaryOp("erf", asArray(x, "erf"));
}
