/** The functions of `jax.lax` on arrays. */
import { unaryOp } from "../core/ops";
import type { JaxArray } from "../core/array";
import type { UnaryName } from "../core/primitives";
import { asArray, toArray, type ArrayLike } from "../numpy/as-array";
import { define } from "../numpy/function-table";
import { treeMap } from "../tree/map";

type Unary = (x: ArrayLike) => JaxArray;

/** A primitive under its own name; the dtype stays. */
function unary(name: string, prim: UnaryName, keywords = ""): Unary {
  return define("jax.lax", `${name}(x${keywords})`, (x: ArrayLike) =>
    unaryOp(prim, asArray(x, name)),
  );
}

/**
 * The same value, but with no derivative: gradients do not flow through it. Takes an array or a tree
 * of them.
 */
export const stopGradient: <T>(x: T) => T = define(
  "jax.lax",
  "stop_gradient(x)",
  (x: unknown) =>
    treeMap((leaf) => {
      const array = toArray(leaf);
      return array === null ? leaf : unaryOp("stop_gradient", array);
    }, x),
  { trees: true },
);

/** 1 / √x. */
export const rsqrt: Unary = unary("rsqrt", "rsqrt", ", *, accuracy!=None");
/** The error function. */
export const erf: Unary = unary("erf", "erf");
