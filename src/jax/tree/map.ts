import type { IsLeaf } from "./flatten";
import { flatten } from "./flatten";
import { structureMismatch } from "./structure-mismatch";
import { nodeOf } from "./registry";
import type { TreeDef } from "./treedef";
import { sameMetadata } from "./treedef";

/**
 * Applies `f` to the leaves of the first tree and what stands in their place in the others
 * (`jax.tree.map`). The first tree fixes the structure; the others may go deeper at its leaves, and
 * those subtrees are passed whole. Raises JAX's ValueError where they differ.
 */
export function treeMap(
  f: (...leaves: unknown[]) => unknown,
  tree: unknown,
  ...rest: readonly unknown[]
): unknown {
  return treeMapWithLeaf(f, [tree, ...rest]);
}

/** {@link treeMap} over a list of trees with a rule for what counts as a leaf of the first. */
export function treeMapWithLeaf(
  f: (...leaves: unknown[]) => unknown,
  trees: readonly [unknown, ...unknown[]],
  isLeaf?: IsLeaf,
): unknown {
  const [first, ...rest] = trees;
  const { leaves, treedef } = flatten(first, isLeaf);
  const columns = rest.map((other) => flattenLike(treedef, first, other, isLeaf));
  return treedef.unflatten(
    leaves.map((leaf, index) => f(leaf, ...columns.map((column) => column[index]))),
  );
}

/** What stands in `other` in the place of each leaf of `tree`; raises JAX's ValueError if it does not fit. */
export function flattenLike(
  treedef: TreeDef,
  tree: unknown,
  other: unknown,
  isLeaf?: IsLeaf,
  name = "tree_map tree",
): unknown[] {
  const found: unknown[] = [];
  if (!collectUpTo(treedef, other, found)) throw structureMismatch(tree, other, name, isLeaf);
  return found;
}

function collectUpTo(treedef: TreeDef, other: unknown, found: unknown[]): boolean {
  if (treedef.node === null) {
    found.push(other);
    return true;
  }
  if (nodeOf(other) !== treedef.node) return false;
  const { children, metadata } = treedef.node.flatten(other);
  return (
    children.length === treedef.children.length &&
    sameMetadata(treedef.node, treedef.metadata, metadata) &&
    treedef.children.every((child, index) => collectUpTo(child, children[index], found))
  );
}
