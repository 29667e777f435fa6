import { JaxTypeError } from "../errors";
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
