import { linenHash } from "../../prng/linen-key";
import type { JaxArray } from "../array/array";
import { sameShape, tupleText } from "../array/aval";
import {
  InvalidRngError,
  ModifyScopeVariableError,
  NameInUseError,
  ScopeCollectionNotFound,
  ScopeParamNotFoundError,
  ScopeParamShapeError,
  ScopeVariableNotFoundError,
} from "../base/errors";
import { asArray } from "../numpy/as-array";
import { foldIn, PRNGKey } from "../random/keys";

/** Nested dicts by module and variable name. */
export type Collection = { [name: string]: unknown };
/** Collections by name: `{ params: { kernel, bias } }`. */
export type Variables = { [collection: string]: Collection };
/** Base keys by stream name. */
export type Streams = Readonly<Record<string, JaxArray>>;

/** Makes a parameter from a key and the arguments given beside it. */
export type ParamInit<A extends readonly unknown[]> = (key: JaxArray, ...args: A) => JaxArray;

/** What all scopes of one init or apply share. */
export type Root = {
  readonly variables: Variables;
  readonly streams: Streams;
  /** Whether this is an init. */
  readonly isInitializing: boolean;
  /** Whether a collection may get new or changed variables. */
  readonly isMutable: (collection: string) => boolean;
};

/** How many keys each stream has given in one module, and the same of the modules below it. */
class Counters {
  readonly streams = new Map<string, number>();
  private readonly below = new Map<string, Counters>();

  child(name: string): Counters {
    const counters = this.below.get(name) ?? new Counters();
    this.below.set(name, counters);
    return counters;
  }
}

/**
 * The place of one module within an init or apply: where its variables lie and how its keys are
 * derived. Keys come from the path of module names and a counter per stream, which starts at 1.
 */
export class Scope {
  /** Names that are taken until the end of the running call, with what took them. */
  private readonly used = new Map<string, string>();
  private readonly children = new Map<string, number>();

  constructor(
    readonly root: Root,
    private readonly path: readonly string[] = [],
    private readonly counters = new Counters(),
  ) {}

  /** The scope of a module below this one. */
  child(name: string): Scope {
    return new Scope(this.root, [...this.path, name], this.counters.child(name));
  }

  /** The next automatic name for a class: Dense_0, Dense_1, … */
  automaticName(className: string): string {
    const count = this.children.get(className) ?? 0;
    this.children.set(className, count + 1);
    return `${className}_${count}`;
  }

  /** Takes a name for a parameter, variable or submodule of a module class; raises NameInUseError if it is taken. */
  reserve(kind: "param" | "variable" | "submodule", name: string, owner: string): void {
    if (this.used.has(name)) {
      throw new NameInUseError(
        `Could not create ${kind} "${name}" in Module ${owner}: Name in use.`,
      );
    }
    this.used.set(name, kind);
  }

  /** Makes names free again at the end of a call, so that a module can be called twice; counters of keys go on. */
  rewind(): void {
    this.used.clear();
    this.children.clear();
  }

  /** The next key of a stream; streams that were not given share that of `params`. */
  makeRng(stream: string): JaxArray {
    const name = stream in this.root.streams ? stream : "params";
    const base = this.root.streams[name];
    if (base === undefined) {
      throw new InvalidRngError(`${this.path.at(-1) ?? "None"} needs PRNG for "${stream}"`);
    }
    const counter = (this.counters.streams.get(name) ?? 0) + 1;
    this.counters.streams.set(name, counter);
    return foldIn(base, linenHash(this.path, counter));
  }

  /** The parameter of this name: made by `init` if it is missing and may be made, else read and its shape checked. */
  param<A extends readonly unknown[]>(name: string, init: ParamInit<A>, args: A): JaxArray {
    const existing = this.read("params", name);
    if (existing !== undefined) return this.checked(name, asArray(existing), init, args);
    if (!this.root.isMutable("params")) {
      this.checkNotEmpty("params", name);
      throw new ScopeParamNotFoundError(
        `Could not find parameter named "${name}" in scope "${this.text}".`,
      );
    }
    const value = init(this.makeRng("params"), ...args);
    this.store("params", name, value);
    return value;
  }

  /** Makes a variable with `init` if it is missing and may be made; raises Flax's errors if it may not. */
  ensure(collection: string, name: string, init: () => unknown): void {
    if (this.has(collection, name)) return;
    if (!this.root.isMutable(collection)) {
      this.checkNotEmpty(collection, name);
      throw new ScopeVariableNotFoundError(
        `No Variable named "${name}" for collection "${collection}" exists in "${this.text}".`,
      );
    }
    this.store(collection, name, init());
  }

  private checkNotEmpty(collection: string, name: string): void {
    const there = this.collection(collection);
    if (there !== null && Object.keys(there).length > 0) return;
    throw new ScopeCollectionNotFound(
      `Tried to access "${name}" from collection "${collection}" in "${this.text}" but the collection is empty.`,
    );
  }

  private checked<A extends readonly unknown[]>(
    name: string,
    array: JaxArray,
    init: ParamInit<A>,
    args: A,
  ): JaxArray {
    const shape = isShape(args[0]) ? args[0] : init(PRNGKey(0), ...args).shape;
    if (sameShape(array.shape, shape)) return array;
    throw new ScopeParamShapeError(
      `For parameter "${name}" in "${this.text}", the given initializer is expected to generate shape ${tupleText(shape)}, but the existing parameter it received has shape ${tupleText(array.shape)}.`,
    );
  }

  /** The path as errors show it. */
  private get text(): string {
    return `/${this.path.join("/")}`;
  }

  /** This module's part of a collection; null if there is none. */
  collection(name: string): Collection | null {
    let level: unknown = this.root.variables[name];
    for (const step of this.path) {
      if (!isDict(level)) return null;
      level = level[step];
    }
    return isDict(level) ? level : null;
  }

  /** Whether a variable is there. */
  has(collection: string, name: string): boolean {
    return this.read(collection, name) !== undefined;
  }

  /** A variable's value; undefined if it is not there. */
  read(collection: string, name: string): unknown {
    return this.collection(collection)?.[name];
  }

  /** Changes a variable; raises ModifyScopeVariableError if its collection must stay as it is. */
  write(collection: string, name: string, value: unknown): void {
    if (!this.root.isMutable(collection)) {
      throw new ModifyScopeVariableError(
        `Cannot update variable "${name}" in "${this.text}" because collection "${collection}" is immutable.`,
      );
    }
    this.store(collection, name, value);
  }

  private store(collection: string, name: string, value: unknown): void {
    let level: Collection = (this.root.variables[collection] ??= {});
    for (const step of this.path) {
      const next = level[step];
      level = isDict(next) ? next : (level[step] = {});
    }
    level[name] = value;
  }
}

function isShape(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((length) => typeof length === "number");
}

/** Whether a value is a plain dict. */
export function isDict(value: unknown): value is Collection {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
