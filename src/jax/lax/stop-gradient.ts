/** The functions of `jax.lax` on arrays. */
import { unaryOp } from "../core/ops";
import { toArray } from "../numpy/as-array";
import { define } from "../numpy/function-table";
import { treeMap } from "../tree/map";

/**
 * The same value, but with no derivative: gradients do not flow through it. Takes an array or a tree
 * of them.
 */
export const stopGradient: <T>(x: T) => T = define(
  "jax.lax",
  "stop_gradient(@x)",
  (x: unknown) =>
    treeMap((leaf) => {
      const array = toArray(leaf);
      return array === null ? leaf : unaryOp("stop_gradient", array);
    }, x),
  { trees: true },
);
