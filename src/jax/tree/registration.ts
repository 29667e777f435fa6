/** How a learner's classes become tree nodes. */
import { FlattenedIndexKey, GetAttrKey, type PathKey } from "./keys";
import { type NodeType, registerNode } from "./registry";

type Class<T> = abstract new (...args: never[]) => T;

/**
 * Makes a class's instances tree nodes: `flatten` gives their children and whatever else is needed to
 * build them again with `unflatten`.
 *
 * ```ts
 * registerPytreeNode(Point, (p) => [[p.x, p.y], null], (_, [x, y]) => new Point(x, y));
 * ```
 */
export function registerPytreeNode<T extends object, Metadata>(
  type: Class<T>,
  flatten: (value: T) => readonly [children: readonly unknown[], metadata: Metadata],
  unflatten: (metadata: Metadata, children: readonly unknown[]) => T,
): void {
  const node: NodeType<T> = {
    name: type.name,
    flatten(value) {
      const [children, metadata] = flatten(value);
      return { children, keys: children.map((_, index) => new FlattenedIndexKey(index)), metadata };
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
  type: Class<T>,
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
        typeof key === "string" ? new GetAttrKey(key) : key,
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
  type: Class<T>,
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

/** What {@link registerPytreeNodeClass} asks of a class. */
export interface FlattensItself {
  treeFlatten(): readonly [children: readonly unknown[], metadata: unknown];
}

/** What {@link registerPytreeWithKeysClass} asks of a class. */
export interface FlattensWithKeys {
  treeFlattenWithKeys(): readonly [
    children: readonly (readonly [string | PathKey, unknown])[],
    metadata: unknown,
  ];
}

type Rebuilds<T> = Class<T> & {
  treeUnflatten(metadata: unknown, children: readonly unknown[]): T;
};

/** {@link registerPytreeNode} for a class that has the two functions as `treeFlatten` and static `treeUnflatten`. */
export function registerPytreeNodeClass<T extends FlattensItself, C extends Rebuilds<T>>(
  type: C & Rebuilds<T>,
): C {
  registerPytreeNode<T, unknown>(
    type,
    (value) => value.treeFlatten(),
    (metadata, children) => type.treeUnflatten(metadata, children),
  );
  return type;
}

/** {@link registerPytreeWithKeys} for a class with `treeFlattenWithKeys` and static `treeUnflatten`. */
export function registerPytreeWithKeysClass<T extends FlattensWithKeys, C extends Rebuilds<T>>(
  type: C & Rebuilds<T>,
): C {
  registerPytreeWithKeys<T, unknown>(
    type,
    (value) => value.treeFlattenWithKeys(),
    (metadata, children) => type.treeUnflatten(metadata, children),
  );
  return type;
}

/**
 * Makes a class's instances tree nodes without children: they belong to a tree's structure. Two are equal if they are
 * one object, or if their `equals` method says so.
 */
export function registerStatic<T extends object, C extends Class<T>>(type: C & Class<T>): C {
  registerNode<T>(type, {
    name: type.name,
    flatten: (value) => ({ children: [], keys: [], metadata: value }),
    unflatten: (metadata) => metadata as T,
    sameMetadata: (a, b) => Object.is(a, b) || saysEqual(a, b),
  });
  return type;
}

function saysEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || !("equals" in a)) return false;
  return typeof a.equals === "function" && Boolean(Reflect.apply(a.equals, a, [b]));
}
