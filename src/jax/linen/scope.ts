import { linenHash } from "../../prng/linen-key";
import type { JaxArray } from "../core/array";
import { sameShape, tupleText } from "../core/aval";
import {
  InvalidRngError,
  NameInUseError,
  ScopeCollectionNotFound,
  ScopeParamNotFoundError,
  ScopeParamShapeError,
} from "../errors";
import type { Initializer } from "../nn/initializers";
import { asArray } from "../numpy/as-array";
import { foldIn } from "../random/keys";

/** Nested dicts by module and variable name. */
export type Collection = { [name: string]: unknown };
/** Collections by name: `{ params: { kernel, bias } }`. */
export type Variables = { [collection: string]: Collection };
/** Base keys by stream name. */
export type Streams = Readonly<Record<string, JaxArray>>;

/** What all scopes of one init or apply share. */
type Root = {
  readonly variables: Variables;
  readonly streams: Streams;
  /** Whether a collection may get new or changed variables. */
  readonly isMutable: (collection: string) => boolean;
};

/**
 * The place of one module within an init or apply: where its variables lie and how its keys are
 * derived. Keys come from the path of module names and a counter per stream, which starts at 1.
 */
export class Scope {
  private readonly counters = new Map<string, number>();
  private readonly used = new Set<string>();
  private readonly children = new Map<string, number>();

  constructor(
    private readonly root: Root,
    private readonly path: readonly string[] = [],
  ) {}

  /** The scope of a module below this one. */
  child(name: string): Scope {
    return new Scope(this.root, [...this.path, name]);
  }

  /** The next automatic name for a class: Dense_0, Dense_1, … */
  automaticName(className: string): string {
    const count = this.children.get(className) ?? 0;
    this.children.set(className, count + 1);
    return `${className}_${count}`;
  }

  /** The next key of a stream; streams that were not given share that of `params`. */
  makeRng(stream: string): JaxArray {
    const name = stream in this.root.streams ? stream : "params";
    const base = this.root.streams[name];
    if (base === undefined) {
      throw new InvalidRngError(`${this.text} needs PRNG for "${stream}"`);
    }
    const counter = (this.counters.get(name) ?? 0) + 1;
    this.counters.set(name, counter);
    return foldIn(base, linenHash(this.path, counter));
  }

  /**
   * The parameter of this name: made by `init` if it is missing and may be made, else read and its shape checked.
   * `owner` is the module's class, for the error about a name that is taken.
   */
  param(
    owner: string,
    name: string,
    init: Initializer,
    shape: readonly number[],
    dtype: string,
  ): JaxArray {
    if (this.used.has(name)) {
      throw new NameInUseError(`Could not create param "${name}" in Module ${owner}: Name in use.`);
    }
    this.used.add(name);
    const existing = this.read("params", name);
    if (existing === undefined) {
      this.checkCreation(name);
      return this.write("params", name, init(this.makeRng("params"), shape, dtype));
    }
    return this.checked(name, existing, shape);
  }

  private checkCreation(name: string): void {
    if (this.root.isMutable("params")) return;
    const collection = this.collection("params");
    if (collection === null || Object.keys(collection).length === 0) {
      throw new ScopeCollectionNotFound(
        `Tried to access "${name}" from collection "params" in "${this.text}" but the collection is empty.`,
      );
    }
    throw new ScopeParamNotFoundError(
      `Could not find parameter named "${name}" in scope "${this.text}".`,
    );
  }

  private checked(name: string, value: unknown, shape: readonly number[]): JaxArray {
    const array = asArray(value);
    if (sameShape(array.shape, shape)) return array;
    throw new ScopeParamShapeError(
      `For parameter "${name}" in "${this.text}", the given initializer is expected to generate shape ${tupleText(shape)}, but the existing parameter it received has shape ${tupleText(array.shape)}.`,
    );
  }

  /** The path as errors show it. */
  get text(): string {
    return `/${this.path.join("/")}`;
  }

  private collection(name: string): Collection | null {
    let level: unknown = this.root.variables[name];
    for (const step of this.path) {
      if (!isDict(level)) return null;
      level = level[step];
    }
    return isDict(level) ? level : null;
  }

  private read(collection: string, name: string): unknown {
    return this.collection(collection)?.[name];
  }

  private write<T>(collection: string, name: string, value: T): T {
    let level: Collection = (this.root.variables[collection] ??= {});
    for (const step of this.path) {
      const next = level[step];
      level = isDict(next) ? next : (level[step] = {});
    }
    level[name] = value;
    return value;
  }
}

/** Whether a value is a plain dict. */
export function isDict(value: unknown): value is Collection {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
