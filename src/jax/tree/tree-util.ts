/** The functions of `jax.tree_util`: those of `jax.tree` under their older names, keys and registration. */
import type { NodeType } from "./registry";
import type { PathKey } from "./keys";
import { nodeOf, registerNode } from "./registry";

export { keystr } from "./keys";
export { Partial } from "./partial";
export {
  all as treeAll,
  broadcast as treeBroadcast,
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

/**
 * {@link registerPytreeNode} with a name for each child: `flatten` gives pairs of a key and a child, a key
 * being an attribute's name, or a {@link PathKey}.
 */
export function registerPytreeWithKeys<T extends object, Metadata>(
  type: abstract new (...args: never[]) => T,
  flatten: (
    value: T,
  ) => readonly [children: readonly (readonly [string | PathKey, unknown])[], metadata: Metadata],
  unflatten: (metadata: Metadata, children: readonly unknown[]) => T,
): void {
  const node: NodeType<T> = {
    name: type.name,
    flatten(value) {
      const [pairs, metadata] = flatten(value);
      const keys = pairs.map(([key]): PathKey =>
        typeof key === "string" ? { kind: "attribute", name: key } : key,
      );
      return { children: pairs.map(([, child]) => child), keys, metadata };
    },
    sameMetadata: sameList,
    // Metadata comes back unchanged from this type's own flatten.
    unflatten: (metadata, children) => unflatten(metadata as Metadata, children),
  };
  registerNode(type, node);
}

/** Lists of metadata are equal if their entries are. */
function sameList(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

/**
 * Makes a class whose attributes are plain fields a tree node: `dataFields` are its children, `metaFields`
 * belong to its structure. Instances are rebuilt without running the constructor.
 */
export function registerDataclass<T extends object>(
  type: abstract new (...args: never[]) => T,
  dataFields: readonly (keyof T & string)[],
  metaFields: readonly (keyof T & string)[] = [],
): void {
  registerPytreeWithKeys(
    type,
    (value) => [
      dataFields.map((name) => [name, value[name]] as const),
      metaFields.map((name) => value[name]),
    ],
    (metadata, children) => {
      const made: T = Object.create(type.prototype);
      dataFields.forEach((name, i) => Object.assign(made, { [name]: children[i] }));
      metaFields.forEach((name, i) => Object.assign(made, { [name]: metadata[i] }));
      return made;
    },
  );
}

/** Whether nothing in a list is a container. */
export function allLeaves(values: readonly unknown[]): boolean {
  return values.every((value) => nodeOf(value) === null);
}
