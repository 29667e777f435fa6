import { stringRepr } from "../format/string-repr";

/** The way to an element of a list. */
export class SequenceKey {
  constructor(readonly idx: number) {}

  get bareName(): string {
    return String(this.idx);
  }

  toString(): string {
    return `[${this.idx}]`;
  }
}

/** The way to a value of a dict. */
export class DictKey {
  constructor(readonly key: string | number) {}

  get bareName(): string {
    return String(this.key);
  }

  toString(): string {
    return `[${typeof this.key === "string" ? stringRepr(this.key) : this.key}]`;
  }
}

/** The way to an attribute of a class that was registered with names. */
export class GetAttrKey {
  constructor(readonly name: string) {}

  get bareName(): string {
    return this.name;
  }

  toString(): string {
    return `.${this.name}`;
  }
}

/** The way to a child of a class that was registered without names. */
export class FlattenedIndexKey {
  constructor(readonly key: number) {}

  get bareName(): string {
    return String(this.key);
  }

  toString(): string {
    return `[<flat index ${this.key}>]`;
  }
}

/** One step of the way from a tree's root to a leaf; as text, what `keystr` writes. */
export type PathKey = SequenceKey | DictKey | GetAttrKey | FlattenedIndexKey;

export type KeyPath = readonly PathKey[];

/** The bare name of a step, without brackets or quotes. */
export function keyName(key: PathKey): string {
  return key.bareName;
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
  return path.map(simple ? keyName : String).join(separator);
}
