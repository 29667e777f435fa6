import type { IsLeaf } from "./flatten";

/** The keyword arguments of functions over trees. */
export interface LeafOption {
  /** Says of a subtree whether it counts as a leaf although it is a container. */
  readonly isLeaf?: IsLeaf;
}

/**
 * Takes the options off the end of a call's arguments. Only an object whose single key is `isLeaf`,
 * holding a function, is taken for them; any other object is a tree.
 */
export function takeLeafOption(
  args: readonly unknown[],
): readonly [rest: readonly unknown[], isLeaf: IsLeaf | undefined] {
  const isLeaf = leafOptionOf(args.at(-1));
  return isLeaf === undefined ? [args, undefined] : [args.slice(0, -1), isLeaf];
}

function leafOptionOf(value: unknown): IsLeaf | undefined {
  if (typeof value !== "object" || value === null || !("isLeaf" in value)) return undefined;
  const { isLeaf } = value;
  if (typeof isLeaf !== "function" || Object.keys(value).length !== 1) return undefined;
  return (subtree) => Boolean(Reflect.apply(isLeaf, undefined, [subtree]));
}
