import type { IsLeaf } from "./flatten";
import { flatten } from "./flatten";
import type { KeyPath } from "./keys";
import { flattenLike } from "./map";
import { nodeOf } from "./registry";
import type { TreeDef } from "./treedef";

/** A leaf with the way to it. */
export type PathAndLeaf = readonly [path: KeyPath, leaf: unknown];

/** Every leaf with its path, in flatten order (`jax.tree.leaves_with_path`). */
export function leavesWithPath(tree: unknown, isLeaf?: IsLeaf): PathAndLeaf[] {
  return flattenWithPath(tree, isLeaf).leaves;
}

/** {@link leavesWithPath} and the structure (`jax.tree.flatten_with_path`). */
export function flattenWithPath(
  tree: unknown,
  isLeaf?: IsLeaf,
): { leaves: PathAndLeaf[]; treedef: TreeDef } {
  // Flattening first meets a tree that contains itself with an error instead of a full stack.
  const { treedef } = flatten(tree, isLeaf);
  const found: PathAndLeaf[] = [];
  visit([], tree, isLeaf, found);
  return { leaves: found, treedef };
}

/** Like `treeMap`, but `f` gets each leaf's path first (`jax.tree.map_with_path`). */
export function mapWithPath(
  f: (path: KeyPath, ...leaves: unknown[]) => unknown,
  trees: readonly [unknown, ...unknown[]],
  isLeaf?: IsLeaf,
): unknown {
  const [first, ...rest] = trees;
  const { leaves, treedef } = flattenWithPath(first, isLeaf);
  const columns = rest.map((other) =>
    flattenLike(treedef, first, other, isLeaf, "tree_map_with_path tree"),
  );
  return treedef.unflatten(
    leaves.map(([path, leaf], index) => f(path, leaf, ...columns.map((column) => column[index]))),
  );
}

function visit(
  path: KeyPath,
  tree: unknown,
  isLeaf: IsLeaf | undefined,
  found: PathAndLeaf[],
): void {
  const node = isLeaf?.(tree) === true ? null : nodeOf(tree);
  if (node === null) {
    found.push([path, tree]);
    return;
  }
  const { children, keys } = node.flatten(tree);
  for (const [index, key] of keys.entries()) visit([...path, key], children[index], isLeaf, found);
}
