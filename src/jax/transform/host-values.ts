import { JaxArray } from "../array/array";
import { ConcreteArray } from "../array/concrete";
import { asArray } from "../numpy/as-array";
import { treeMap } from "../tree/map";

/** Waits until every array of a tree is computed, by reading it, and gives the tree back. */
export function blockUntilReady<T>(tree: T): T {
  treeMap((leaf) => {
    if (leaf instanceof ConcreteArray) leaf.values();
    return leaf;
  }, tree);
  return tree;
}

/** The tree with its values on the host; arrays stay arrays. */
export function deviceGet<T>(tree: T): T {
  return blockUntilReady(tree);
}

/** The tree with its numbers as arrays; where arrays live is decided by their use. */
export function devicePut<T>(tree: T): T {
  // Numbers become arrays, which the type of a tree of arrays stands for as well.
  return treeMap((leaf) => (leaf instanceof JaxArray ? leaf : asArray(leaf)), tree) as T;
}
