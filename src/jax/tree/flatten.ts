import { ValueError } from "../base/errors";
import { nodeOf } from "./registry";
import { LEAF, TreeDef } from "./treedef";

/** Says of a subtree whether it counts as a leaf although it is a container. */
export type IsLeaf = (value: unknown) => boolean;

/** A tree's leaves in JAX's order (dicts by sorted key) and its structure. */
export interface FlatTree {
  readonly leaves: unknown[];
  readonly treedef: TreeDef;
}

/** Deeper than this, a tree contains itself or would overflow the stack. */
const MAX_DEPTH = 1000;

/** Takes a tree apart. None (null, undefined) is a node without leaves. */
export function flatten(tree: unknown, isLeaf?: IsLeaf): FlatTree {
  const leaves: unknown[] = [];
  const treedef = collect(tree, isLeaf, leaves, 0);
  return { leaves, treedef };
}

function collect(
  tree: unknown,
  isLeaf: IsLeaf | undefined,
  leaves: unknown[],
  depth: number,
): TreeDef {
  const node = isLeaf?.(tree) === true ? null : nodeOf(tree);
  if (node === null) {
    leaves.push(tree);
    return LEAF;
  }
  if (depth > MAX_DEPTH)
    throw new ValueError(
      `The tree is nested more than ${MAX_DEPTH} levels deep. Does a list or dict contain itself?`,
    );
  const { children, metadata } = node.flatten(tree);
  return new TreeDef(
    node,
    metadata,
    children.map((child) => collect(child, isLeaf, leaves, depth + 1)),
  );
}

/** The inverse of {@link flatten}. */
export function unflatten(treedef: TreeDef, leaves: readonly unknown[]): unknown {
  return treedef.unflatten(leaves);
}

/** The structure of a tree (`jax.tree.structure`). */
export function structure(tree: unknown, isLeaf?: IsLeaf): TreeDef {
  return flatten(tree, isLeaf).treedef;
}

/** The leaves of a tree in flatten order (`jax.tree.leaves`). */
export function leaves(tree: unknown, isLeaf?: IsLeaf): unknown[] {
  return flatten(tree, isLeaf).leaves;
}
