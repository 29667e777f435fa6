/** The functions of `jax.tree_util`: those of `jax.tree` under their older names, keys and registration. */
import type { NodeType } from "./registry";
import { registerNode } from "./registry";

export { keystr } from "./keys";
export {
  all as treeAll,
  flatten as treeFlatten,
  flattenWithPath as treeFlattenWithPath,
  leaves as treeLeaves,
  leavesWithPath as treeLeavesWithPath,
  map as treeMap,
  mapWithPath as treeMapWithPath,
  reduce as treeReduce,
  structure as treeStructure,
  transpose as treeTranspose,
  unflatten as treeUnflatten,
} from "./index";

/**
 * Makes a class's instances tree nodes: `flatten` gives their children and whatever else is needed to
 * build them again with `unflatten`.
 *
 * ```ts
 * registerPytreeNode(Point, (p) => [[p.x, p.y], null], (_, [x, y]) => new Point(x, y));
 * ```
 */
export function registerPytreeNode<T extends object, Metadata>(
  type: abstract new (...args: never[]) => T,
  flatten: (value: T) => readonly [children: readonly unknown[], metadata: Metadata],
  unflatten: (metadata: Metadata, children: readonly unknown[]) => T,
): void {
  const node: NodeType<T> = {
    name: type.name,
    flatten(value) {
      const [children, metadata] = flatten(value);
      return { children, keys: children.map((_, index) => ({ kind: "flat", index })), metadata };
    },
    // Metadata comes back unchanged from this type's own flatten.
    unflatten: (metadata, children) => unflatten(metadata as Metadata, children),
  };
  registerNode(type, node);
}
