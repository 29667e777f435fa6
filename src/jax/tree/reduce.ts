import { JaxTypeError } from "../base/errors";
import type { IsLeaf } from "./flatten";
import { leaves } from "./flatten";

/** Folds the leaves from the left, starting with the first one (`jax.tree.reduce`). */
export function treeReduce(
  f: (accumulated: unknown, leaf: unknown) => unknown,
  tree: unknown,
  isLeaf?: IsLeaf,
): unknown {
  const all = leaves(tree, isLeaf);
  if (all.length === 0) throw new JaxTypeError("reduce() of empty iterable with no initial value");
  return all.reduce(f);
}

/** Folds the leaves from the left, starting with `initial`. */
export function treeReduceFrom(
  f: (accumulated: unknown, leaf: unknown) => unknown,
  tree: unknown,
  initial: unknown,
  isLeaf?: IsLeaf,
): unknown {
  return leaves(tree, isLeaf).reduce(f, initial);
}

/** Combines leaves in halves; `operation` must be associative (`jax.tree.reduce_associative`). */
export function combineLeaves(
  operation: (left: unknown, right: unknown) => unknown,
  found: readonly unknown[],
): unknown {
  if (found.length === 1) return found[0];
  const half = Math.floor(found.length / 2);
  const [left, right] = [found.slice(0, half), found.slice(half)];
  return operation(combineLeaves(operation, left), combineLeaves(operation, right));
}

/**
 * Whether every leaf is truthy (`jax.tree.all`). `truth` reads a leaf, so that arrays can answer with
 * their value.
 */
export function treeAll(
  tree: unknown,
  truth: (leaf: unknown) => boolean = Boolean,
  isLeaf?: IsLeaf,
): boolean {
  return leaves(tree, isLeaf).every(truth);
}
