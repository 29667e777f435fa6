import { JaxTypeError, ValueError } from "../base/errors";
import { flatten, structure } from "./flatten";
import { flattenLike } from "./map";
import type { TreeDef } from "./treedef";

/**
 * Turns a tree of trees inside out (`jax.tree.transpose`): a list of dicts becomes a dict of lists.
 * `inner` null means the structure of the first subtree. Raises JAX's TypeError if the sizes differ.
 */
export function treeTranspose(outer: TreeDef, inner: TreeDef | null, tree: unknown): unknown {
  const { leaves, treedef } = flatten(tree);
  const innermost = inner ?? firstInner(outer, tree);
  const [outerSize, innerSize] = [outer.numLeaves, innermost.numLeaves];
  if (treedef.numLeaves !== innerSize * outerSize)
    throw new JaxTypeError(`Mismatch\n${treedef}\n != \n${outer.compose(innermost)}`);
  const subtrees = Array.from({ length: innerSize }, (_, column) =>
    outer.unflatten(
      Array.from({ length: outerSize }, (_, row) => leaves[row * innerSize + column]),
    ),
  );
  return innermost.unflatten(subtrees);
}

function firstInner(outer: TreeDef, tree: unknown): TreeDef {
  const skeleton = outer.unflatten(Array.from({ length: outer.numLeaves }, () => 0));
  const subtrees = flattenLike(outer, skeleton, tree, undefined, "tree_transpose tree");
  if (subtrees.length === 0) throw new ValueError("tree_transpose needs at least one subtree.");
  return structure(subtrees[0]);
}
