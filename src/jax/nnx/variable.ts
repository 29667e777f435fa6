import { JaxArray } from "../array/array";
import { TraceContextError } from "../base/errors";
import { currentMain, type Main } from "../core/trace";
import { GetAttrKey } from "../tree/keys";
import { registerNode } from "../tree/registry";
import { variableText } from "./repr";
import { sameStatic } from "./same-static";

/** What is kept beside a variable's value. */
export type Metadata = Readonly<Record<string, unknown>>;

/** Where a Variable keeps its value, and the transformation in which it was made; null outside of all. */
const VALUE = Symbol("value");
const TRACE = Symbol("trace");

/** Every member of an array is a member of a Variable, except those that a Variable has of its own. */

export interface Variable<T = JaxArray> extends Omit<JaxArray, "toString" | "repr" | "main"> {
  [VALUE]: T;
  /** @internal */
  [TRACE]: Main | null;
}

/**
 * A box around an array that belongs to a module. It can stand wherever an array is asked for and
 * has an array's members; arithmetic with it gives plain arrays. A tree node with one leaf, its value.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see the interface
export class Variable<T = JaxArray> {
  static readonly pythonName: string = "Variable";

  constructor(value: T, metadata: Metadata = {}) {
    this.value = value;
    Object.assign(this, metadata);
  }

  /** The value. What was made outside of a transformation cannot be replaced inside: TraceContextError. */
  get value(): T {
    return this[VALUE];
  }

  set value(value: T) {
    const main = currentMain();
    if (!Object.hasOwn(this, TRACE)) this[TRACE] = main;
    else if (this[TRACE] !== main) {
      const { pythonName } = this.constructor as typeof Variable;
      throw new TraceContextError(`Cannot mutate ${pythonName} from a different trace level`);
    }
    this[VALUE] = value;
  }

  /** The value: Python's `variable[...]`. */
  get(): T {
    return this.value;
  }

  /** Replaces the value: Python's `variable[...] = value`. */
  set(value: T): void {
    this.value = value;
  }

  /** The value, by Flax's longer name. */
  getValue(): T {
    return this.value;
  }

  /** Replaces the value, by Flax's longer name. */
  setValue(value: T): void {
    this.value = value;
  }

  /** What was given beside the value, by name. */
  getMetadata(): Metadata {
    return metadataOf(this);
  }

  /** The array to compute with; whatever takes an array asks for it. */
  __jaxArray__(): T {
    return this.value;
  }

  /** Flax's text: class, size, value and metadata. */
  toString(): string {
    return variableText(this);
  }

  /** The same text: Python's repr. */
  repr(): string {
    return variableText(this);
  }

  /** In a text it is its text, in arithmetic its array. */
  [Symbol.toPrimitive](hint: string): unknown {
    return hint === "string" ? variableText(this) : primitiveOf(this.value, hint);
  }
}

/** A variable that training changes. */
export class Param<T = JaxArray> extends Variable<T> {
  static override readonly pythonName: string = "Param";
}

/** A running statistic, such as a mean over batches. */
export class BatchStat<T = JaxArray> extends Variable<T> {
  static override readonly pythonName: string = "BatchStat";
}

/** What a module remembers from one call for the next. */
export class Cache<T = JaxArray> extends Variable<T> {
  static override readonly pythonName: string = "Cache";
}

/** A value kept from within a call to be looked at, as `sow` does. */
export class Intermediate<T = JaxArray> extends Variable<T> {
  static override readonly pythonName: string = "Intermediate";
}

function primitiveOf(value: unknown, hint: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  const convert: unknown = Reflect.get(value, Symbol.toPrimitive);
  return typeof convert === "function" ? convert.call(value, hint) : String(value);
}

function metadataOf(variable: object): Metadata {
  return Object.fromEntries(Object.entries(variable));
}

/** Makes a Variable one of the running transformation, until the function that is returned runs. */
export function enterTrace(variable: Variable<unknown>): () => void {
  const before = variable[TRACE];
  variable[TRACE] = currentMain();
  return () => void (variable[TRACE] = before);
}

/** A variable made without running its class's constructor, which may ask for other arguments. */
export function newVariable<V extends object>(prototype: V, metadata: Metadata, value: unknown): V {
  return Object.assign(Object.create(prototype), { ...metadata, value });
}

type VariableMeta = { readonly prototype: Variable<unknown>; readonly metadata: Metadata };

registerNode<Variable<unknown>>(Variable, {
  name: "Variable",
  flatten: (variable) => ({
    children: [variable.value],
    keys: [new GetAttrKey("value")],
    metadata: { prototype: Object.getPrototypeOf(variable), metadata: metadataOf(variable) },
  }),
  unflatten(meta, [value]) {
    const { prototype, metadata } = meta as VariableMeta;
    return newVariable(prototype, metadata, value);
  },
  sameMetadata(a, b) {
    const [left, right] = [a as VariableMeta, b as VariableMeta];
    return left.prototype === right.prototype && sameStatic(left.metadata, right.metadata);
  },
  metadataText: (meta) => (meta as VariableMeta).prototype.constructor.name,
});

/**
 * Members that a Variable lacks are those of its array. The lookup stands at the end of the prototype
 * chain, so it knows every method that arrays have, whenever it was added.
 */
const arrayMembers: ProxyHandler<object> = {
  get(_target, name, variable: Variable<unknown>) {
    // A variable that is still being made, or was emptied, has no value of its own to ask.
    const array = Object.hasOwn(variable, VALUE) ? variable.value : null;
    if (!(array instanceof JaxArray)) return undefined;
    const member: unknown = Reflect.get(array, name);
    return typeof member === "function" ? member.bind(array) : member;
  },
  has: (_target, name) => name in JaxArray.prototype,
};
Object.setPrototypeOf(Variable.prototype, new Proxy(Object.prototype, arrayMembers));
