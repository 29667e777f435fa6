/** Questions about a tree's root and about structures (`jax.tree_util`). */
import { ValueError } from "../base/errors";
import { pythonTypeName } from "./python-type-name";
import type { PathKey } from "./keys";
import { type Flattened, LIST, nodeOf } from "./registry";
import { expectTreeDef, LEAF, TreeDef } from "./treedef";

/** Whether nothing in a list is a container. */
export function allLeaves(values: readonly unknown[]): boolean {
  return values.every((value) => nodeOf(value) === null);
}

/** The children of a tree's root and what is left of it. ValueError for a leaf. */
export function flattenOneLevel(tree: unknown): [children: readonly unknown[], metadata: unknown] {
  const { children, metadata } = rootOf(tree);
  return [children, metadata];
}

/** {@link flattenOneLevel} with the key that leads to each child. */
export function flattenOneLevelWithKeys(
  tree: unknown,
): [children: [PathKey, unknown][], metadata: unknown] {
  const { children, keys, metadata } = rootOf(tree);
  return [keys.map((key, i) => [key, children[i]]), metadata];
}

function rootOf(tree: unknown): Flattened {
  const node = nodeOf(tree);
  if (node === null)
    throw new ValueError(`can't tree-flatten type: <class '${pythonTypeName(tree)}'>`);
  return node.flatten(tree);
}

/** The structures of the root's children. */
export function treedefChildren(treedef: TreeDef): TreeDef[] {
  return [...expectTreeDef(treedef).children];
}

/** Whether a structure is that of a single leaf. */
export function treedefIsLeaf(treedef: TreeDef): boolean {
  return expectTreeDef(treedef).equals(LEAF);
}

/** The structure of a list of trees of these structures: what JAX gives as a tuple's. */
export function treedefTuple(treedefs: readonly TreeDef[]): TreeDef {
  return new TreeDef(LIST, null, treedefs.map(expectTreeDef));
}
