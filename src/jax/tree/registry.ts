import { stringRepr } from "../format/string-repr";
import { compareNames } from "./compare-names";
import { DictKey, type PathKey, SequenceKey } from "./keys";

/** One node taken apart: its children in order, the key that leads to each, and what is left. */
export interface Flattened {
  readonly children: readonly unknown[];
  readonly keys: readonly PathKey[];
  /** Everything about the node that is not a child; two nodes match only if these are equal. */
  readonly metadata: unknown;
}

/** How one kind of container is taken apart, put together, and written. */
export interface NodeType<T = unknown> {
  /** Python's name of the type, as in `<class 'dict'>`. */
  readonly name: string;
  flatten(value: T): Flattened;
  unflatten(metadata: unknown, children: readonly unknown[]): T;
  /** Equality of metadata; identity when left out. */
  sameMetadata?(a: unknown, b: unknown): boolean;
  /** Text of the metadata in a mismatch message; `String(metadata)` when left out. */
  metadataText?(metadata: unknown): string;
  /** Text inside `PyTreeDef(...)`; `CustomNode(name[metadata], [children])` when left out. */
  text?(metadata: unknown, children: readonly string[]): string;
  /** For lists and tuples: a differing number of children is told as a differing length. */
  readonly isSequence?: boolean;
}

const registered = new Map<object, NodeType>();

/**
 * Makes instances of a class (and of its subclasses that register nothing of their own) tree nodes.
 * Registering a class again replaces its entry.
 */
export function registerNode<T extends object>(
  type: abstract new (...args: never[]) => T,
  node: NodeType<T>,
): void {
  const prototype: object = type.prototype;
  registered.set(prototype, {
    ...node,
    // The registry is keyed by prototype, so only values of T ever reach this entry.
    flatten: (value) => node.flatten(value as T),
    unflatten: (metadata, children) => node.unflatten(metadata, children),
  });
}

const NONE: NodeType = {
  name: "NoneType",
  flatten: () => ({ children: [], keys: [], metadata: null }),
  unflatten: () => null,
  text: () => "None",
};

/** JavaScript's arrays. */
export const LIST: NodeType = {
  name: "list",
  isSequence: true,
  flatten(value) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [];
    return {
      children,
      keys: children.map((_, index) => new SequenceKey(index)),
      metadata: null,
    };
  },
  unflatten: (_, children) => [...children],
  text: (_, children) => `[${children.join(", ")}]`,
};

const DICT: NodeType = {
  name: "dict",
  flatten(value) {
    const source = value as Readonly<Record<string, unknown>>;
    const names = Object.keys(source).sort(compareNames);
    return {
      children: names.map((name) => source[name]),
      keys: names.map((name) => new DictKey(name)),
      metadata: names,
    };
  },
  unflatten: (metadata, children) =>
    Object.fromEntries(dictNames(metadata).map((name, index) => [name, children[index]])),
  sameMetadata: (a, b) => dictNames(a).join("\0") === dictNames(b).join("\0"),
  metadataText: (metadata) => tupleText(dictNames(metadata)),
  text: (metadata, children) =>
    `{${dictNames(metadata)
      .map((name, index) => `${stringRepr(name)}: ${children[index]}`)
      .join(", ")}}`,
};

function dictNames(metadata: unknown): readonly string[] {
  return metadata as readonly string[];
}

function tupleText(names: readonly string[]): string {
  const items = names.map(stringRepr);
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
}

/**
 * How a value is taken apart, or null if it is a leaf. JavaScript arrays are lists, plain objects are
 * dicts, null and undefined are None; of class instances only registered ones are nodes.
 */
export function nodeOf(value: unknown): NodeType | null {
  if (value === null || value === undefined) return NONE;
  // Modules are functions, since they can be called.
  if (typeof value !== "object" && typeof value !== "function") return null;
  if (Array.isArray(value)) return LIST;
  let prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return DICT;
  for (; typeof prototype === "object" && prototype !== null;) {
    const node = registered.get(prototype);
    if (node !== undefined) return node;
    prototype = Object.getPrototypeOf(prototype);
  }
  return null;
}
