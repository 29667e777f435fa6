import { stringRepr } from "../format/string-repr";

/**
 * One step of the way from a tree's root to a leaf (JAX's SequenceKey, DictKey, GetAttrKey and, for
 * classes that were registered without keys, FlattenedIndexKey).
 */
export type PathKey =
  | { readonly kind: "index" | "flat"; readonly index: number }
  | { readonly kind: "key"; readonly key: string | number }
  | { readonly kind: "attribute"; readonly name: string };

export type KeyPath = readonly PathKey[];

/** The bare name of a step, without brackets or quotes. */
export function keyName(key: PathKey): string {
  switch (key.kind) {
    case "index":
    case "flat":
      return String(key.index);
    case "key":
      return String(key.key);
    case "attribute":
      return key.name;
  }
}

function keyText(key: PathKey): string {
  switch (key.kind) {
    case "index":
      return `[${key.index}]`;
    case "flat":
      return `[<flat index ${key.index}>]`;
    case "key":
      return `[${typeof key.key === "string" ? stringRepr(key.key) : key.key}]`;
    case "attribute":
      return `.${key.name}`;
  }
}

/**
 * A path as JAX writes it: `['params']['kernel'][0]`; with `simple`, bare names joined by
 * `separator`: `params/kernel/0`.
 */
export function keystr(
  path: KeyPath,
  options: { readonly simple?: boolean; readonly separator?: string } = {},
): string {
  const { simple = false, separator = "" } = options;
  return path.map(simple ? keyName : keyText).join(separator);
}
