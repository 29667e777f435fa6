import { JaxArray } from "../array/array";
import { IndexError } from "../base/errors";
import { Module } from "./module";
import { attributeText } from "./module-text";
import { fullText, mappingText, TEXT_WITH } from "./repr";
import { Variable } from "./variable";

/** The items of a list by index. */

export interface List<A> {
  [index: number]: A;
}

/**
 * A list of modules, variables, arrays or settings as part of a module.
 *
 * ```ts
 * this.layers = new nnx.List([new nnx.Linear(2, 2, { rngs }), new nnx.Linear(2, 2, { rngs })]);
 * for (const layer of this.layers) x = layer(x);
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see the interface
export class List<A = unknown> extends Module implements Iterable<A> {
  static override readonly pythonName: string = "List";

  constructor(items: Iterable<A> = []) {
    super();
    for (const item of items) this.append(item);
  }

  /** The number of items. */
  override get length(): number {
    return Object.keys(this).length;
  }

  /** Adds an item at the end. */
  append(item: A): void {
    this[this.length] = item;
  }

  /** Adds an item before the one at `index`. */
  insert(index: number, item: A): void {
    const items = [...this];
    items.splice(index, 0, item);
    items.forEach((each, i) => (this[i] = each));
  }

  /** The item at an index; negative ones count from the end. Raises IndexError if there is none. */
  at(index: number): A {
    const place = index < 0 ? index + this.length : index;
    if (place < 0 || place >= this.length) throw new IndexError("Index out of bounds");
    return this[place];
  }

  *[Symbol.iterator](): IterableIterator<A> {
    for (let i = 0; i < this.length; i++) yield this[i];
  }

  /** Flax's text: one item after the other. */
  override toString(): string {
    return this[TEXT_WITH](itemText);
  }

  /** @internal */
  [TEXT_WITH](show: (item: unknown) => string): string {
    const items = [...this].map((item) => `  ${show(item).replaceAll("\n", "\n  ")}`);
    return items.length === 0 ? "List([])" : `List([\n${items.join(",\n")}\n])`;
  }
}

/** What {@link Dict} makes. */
export class DictModule extends Module {
  static override readonly pythonName: string = "Dict";

  constructor(entries: Readonly<Record<string, unknown>> = {}) {
    super();
    Object.assign(this, entries);
  }

  /** Flax's text: one entry a line. */
  override toString(): string {
    return this[TEXT_WITH](itemText);
  }

  /** @internal */
  [TEXT_WITH](show: (item: unknown) => string): string {
    return `Dict(${mappingText(Object.entries(this).map(([key, value]) => [key, show(value)]))})`;
  }
}

/** Variables and arrays directly in a container are shown in full, those below in short. */
function itemText(item: unknown): string {
  if (item instanceof Variable || item instanceof JaxArray) return fullText(item);
  return attributeText(item);
}

/** A dict of modules, variables, arrays or settings as part of a module; its entries are its attributes. */
export type Dict<T extends Readonly<Record<string, unknown>>> = DictModule & T;

type DictClass = new <T extends Readonly<Record<string, unknown>>>(entries: T) => Dict<T>;

/** Makes a dict that is part of a module: `new nnx.Dict({ a: new nnx.Linear(2, 2, { rngs }) })`. */
// The entries become attributes, which the class alone cannot say.
export const Dict: DictClass = DictModule as unknown as DictClass;
