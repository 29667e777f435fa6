import type { JaxArray } from "../array/array";
import { JaxTypeError } from "../base/errors";
import { stringRepr } from "../format/string-repr";
import { toArray } from "../numpy/as-array";
import { flatten, type FlatTree } from "../tree/flatten";
import type { TreeDef } from "../tree/treedef";
import { pythonTypeName } from "../tree/python-type-name";

/** A tree whose leaves are arrays. */
export interface ArrayTree {
  readonly arrays: JaxArray[];
  readonly treedef: TreeDef;
}

/**
 * The array that a leaf of an argument is; raises JAX's TypeError for strings, functions and the like.
 * JAX's loops say so without a full stop.
 */
export function leafArray(leaf: unknown, stop = "."): JaxArray {
  const array = toArray(leaf);
  if (array !== null) return array;
  throw new JaxTypeError(
    `Argument ${leafText(leaf)} of type <class '${pythonTypeName(leaf)}'> is not a valid JAX type${stop}`,
  );
}

/** A leaf as error texts show it. */
export function leafText(leaf: unknown): string {
  if (typeof leaf === "string") return stringRepr(leaf);
  if (typeof leaf === "function") return `<function ${leaf.name || "<lambda>"}>`;
  return `'${pythonTypeName(leaf)}'`;
}

/** Takes a tree of arrays apart. */
export function flattenArrays(tree: unknown, stop = "."): ArrayTree {
  const { leaves, treedef } = flatten(tree);
  return { arrays: leaves.map((leaf) => leafArray(leaf, stop)), treedef };
}

/** The arrays among the leaves of a tree that may also hold other values, and a way to put others in. */
export function openTree(tree: unknown): {
  arrays: JaxArray[];
  rebuild: (arrays: readonly JaxArray[]) => unknown;
} {
  const { leaves, treedef }: FlatTree = flatten(tree);
  const places: number[] = [];
  const arrays: JaxArray[] = [];
  leaves.forEach((leaf, i) => {
    // Numbers and strings pass through as they are; only arrays can hold tracers.
    const array = typeof leaf === "object" && leaf !== null ? toArray(leaf) : null;
    if (array === null) return;
    places.push(i);
    arrays.push(array);
  });
  const rebuild = (values: readonly JaxArray[]): unknown => {
    const filled = [...leaves];
    places.forEach((place, i) => (filled[place] = values[i]));
    return treedef.unflatten(filled);
  };
  return { arrays, rebuild };
}
