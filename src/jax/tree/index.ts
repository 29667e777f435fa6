/** The functions of `jax.tree`. Trees are nested lists, dicts and registered classes; the rest are leaves. */
import { logCall } from "../base/call-log";
import { pythonTypeName } from "./python-type-name";
import { JaxTypeError } from "../base/errors";
import { flatten as flattenTree, leaves as leavesOf, structure as structureOf } from "./flatten";
import type { KeyPath } from "./keys";
import { keystr as pathText } from "./keys";
import type { LeafOption } from "./leaf-option";
import { takeLeafOption } from "./leaf-option";
import { flattenLike, treeMapWithLeaf } from "./map";
import {
  flattenWithPath as withPath,
  leavesWithPath as pathsAndLeaves,
  mapWithPath as mapPaths,
} from "./path";
import { combineLeaves, treeAll, treeReduce, treeReduceFrom } from "./reduce";
import { treeTranspose } from "./transpose";
import type { TreeDef } from "./treedef";
import { expectTreeDef } from "./treedef";
import type { LeafOf, Mapped, TreeDefOf } from "./types";

/**
 * Applies a function to every leaf, and gives a tree of the same structure. With several trees the
 * function gets the leaves that stand in the same place. Dicts come out with their keys sorted.
 *
 * ```ts
 * const next = jax.tree.map((p, g) => p.sub(g.mul(lr)), params, grads);
 * ```
 */
export function map<T, R>(f: (leaf: LeafOf<T>) => R, tree: T, options?: LeafOption): Mapped<T, R>;
export function map<T, U, R>(
  f: (leaf: LeafOf<T>, other: LeafOf<U>) => R,
  tree: T,
  other: U,
  options?: LeafOption,
): Mapped<T, R>;
export function map<T, U, V, R>(
  f: (leaf: LeafOf<T>, second: LeafOf<U>, third: LeafOf<V>) => R,
  tree: T,
  second: U,
  third: V,
  options?: LeafOption,
): Mapped<T, R>;
export function map<T, R>(
  f: (...leaves: LeafOf<T>[]) => R,
  tree: T,
  ...rest: readonly unknown[]
): Mapped<T, R>;
export function map(
  f: (...leaves: never[]) => unknown,
  tree: unknown,
  ...rest: unknown[]
): unknown {
  expectFunction(f, "tree.map");
  const [others, isLeaf] = takeLeafOption(rest);
  logCall("tree.map", () => [
    1 + others.length,
    ...pathsAndLeaves(tree, isLeaf).map(([path]) => pathText(path)),
  ]);
  return treeMapWithLeaf(
    (...found) => Reflect.apply(f, undefined, found),
    [tree, ...others],
    isLeaf,
  );
}

/** The leaves of a tree in order; dicts are walked by sorted key, and null has no leaves. */
export function leaves<T>(tree: T, options: LeafOption = {}): LeafOf<T>[] {
  // The leaf types are read off the tree's type, which the compiler cannot follow through the walk.
  return leavesOf(tree, options.isLeaf) as LeafOf<T>[];
}

/** The structure of a tree without its leaves; prints as `PyTreeDef({'b': *, 'w': *})`. */
export function structure<T>(tree: T, options: LeafOption = {}): TreeDefOf<T> {
  return structureOf(tree, options.isLeaf);
}

/** The leaves and the structure of a tree. */
export function flatten<T extends unknown[] | []>(
  tree: T,
  options?: LeafOption,
): [LeafOf<T>[], TreeDefOf<T>];
export function flatten<T>(tree: T, options?: LeafOption): [LeafOf<T>[], TreeDefOf<T>];
export function flatten<T>(tree: T, options: LeafOption = {}): [LeafOf<T>[], TreeDefOf<T>] {
  const { leaves: found, treedef } = flattenTree(tree, options.isLeaf);
  return [found as LeafOf<T>[], treedef];
}

/** Builds a tree from a structure and its leaves. */
export function unflatten<T, L>(treedef: TreeDefOf<T>, leaves: readonly L[]): Mapped<T, L>;
export function unflatten(treedef: TreeDef, leaves: readonly unknown[]): unknown {
  return expectTreeDef(treedef).unflatten(leaves);
}

/** Folds the leaves from the left, starting with `initial` if it is given. */
export function reduce<T>(f: (total: LeafOf<T>, leaf: LeafOf<T>) => LeafOf<T>, tree: T): LeafOf<T>;
export function reduce<T, R>(
  f: (total: R, leaf: LeafOf<T>) => R,
  tree: T,
  initial: R,
  options?: LeafOption,
): R;
export function reduce(
  f: (total: never, leaf: never) => unknown,
  tree: unknown,
  ...rest: unknown[]
): unknown {
  expectFunction(f, "tree.reduce");
  const fold = (total: unknown, leaf: unknown): unknown =>
    Reflect.apply(f, undefined, [total, leaf]);
  const [initial, isLeaf] = takeLeafOption(rest);
  return initial.length === 0
    ? treeReduce(fold, tree, isLeaf)
    : treeReduceFrom(fold, tree, initial[0], isLeaf);
}

/**
 * Combines the leaves in pairs by an associative operation. TypeError for a tree without leaves, unless `identity`
 * is given.
 */
export function reduceAssociative<T>(
  operation: (left: LeafOf<T>, right: LeafOf<T>) => LeafOf<T>,
  tree: T,
  options: LeafOption & { readonly identity?: LeafOf<T> } = {},
): LeafOf<T> {
  expectFunction(operation, "tree.reduce_associative");
  const found = leaves(tree, options);
  const combine = (left: unknown, right: unknown): unknown =>
    Reflect.apply(operation, undefined, [left, right]);
  if (found.length > 0) return combineLeaves(combine, found) as LeafOf<T>;
  if (options.identity !== undefined) return options.identity;
  throw new JaxTypeError("Must specify identity for parallel reduction of empty sequence.");
}

/** Whether every leaf is true. */
export function all(tree: unknown, options: LeafOption = {}): boolean {
  return treeAll(tree, truthOf, options.isLeaf);
}

/** The leaves of `prefix`, each repeated over the subtree of `full` that stands in its place. */
export function broadcast(prefix: unknown, full: unknown, options: LeafOption = {}): unknown {
  const { leaves: found, treedef } = flattenTree(prefix, options.isLeaf);
  const subtrees = flattenLike(
    treedef,
    prefix,
    full,
    options.isLeaf,
    "broadcast_prefix prefix_tree",
  );
  return treedef.unflatten(
    subtrees.map((subtree, i) => {
      const own = flattenTree(subtree, options.isLeaf);
      return own.treedef.unflatten(own.leaves.map(() => found[i]));
    }),
  );
}

/**
 * Turns a tree of trees inside out: a list of dicts becomes a dict of lists. `inner` may be null for
 * the structure of the first subtree.
 */
export function transpose(outer: TreeDef, inner: TreeDef | null, tree: unknown): unknown {
  return treeTranspose(expectTreeDef(outer), inner === null ? null : expectTreeDef(inner), tree);
}

/** Every leaf with the path to it; `keystr` writes a path. */
export function leavesWithPath<T>(tree: T, options: LeafOption = {}): [KeyPath, LeafOf<T>][] {
  return pathsAndLeaves(tree, options.isLeaf) as [KeyPath, LeafOf<T>][];
}

/** Leaves with their paths, and the structure. */
export function flattenWithPath<T>(
  tree: T,
  options: LeafOption = {},
): [[KeyPath, LeafOf<T>][], TreeDef] {
  const { leaves: found, treedef } = withPath(tree, options.isLeaf);
  return [found as [KeyPath, LeafOf<T>][], treedef];
}

/** Like `map`, but the function gets each leaf's path first. */
export function mapWithPath<T, R>(
  f: (path: KeyPath, leaf: LeafOf<T>, ...others: LeafOf<T>[]) => R,
  tree: T,
  ...rest: readonly unknown[]
): Mapped<T, R> {
  expectFunction(f, "tree.map_with_path");
  const [others, isLeaf] = takeLeafOption(rest);
  const visit = (path: KeyPath, ...found: unknown[]): unknown =>
    Reflect.apply(f, undefined, [path, ...found]);
  return mapPaths(visit, [tree, ...others], isLeaf) as Mapped<T, R>;
}

/** A leaf's truth; arrays answer with their one element. */
function truthOf(leaf: unknown): boolean {
  if (typeof leaf !== "object" || leaf === null || !("item" in leaf)) return Boolean(leaf);
  return typeof leaf.item === "function" ? Boolean(Reflect.apply(leaf.item, leaf, [])) : true;
}

function expectFunction(f: unknown, name: string): void {
  if (typeof f !== "function")
    throw new JaxTypeError(`${name} expects a function first, but got '${pythonTypeName(f)}'.`);
}
