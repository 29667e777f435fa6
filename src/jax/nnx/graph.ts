import { JaxArray } from "../array/array";
import { JaxTypeError, ValueError } from "../base/errors";
import { compareNames } from "../tree/compare-names";
import { pythonTypeName } from "../tree/python-type-name";
import { toPredicate } from "./filter";
import type { Filter, StatePath } from "./filter";
import { GraphDef } from "./graph-def";
import type { Spec } from "./graph-def";
import { isData } from "./is-data";
import { Module, newModule } from "./module";
import { fullText } from "./repr";
import { entriesOf, stateFrom } from "./state";
import type { StateEntry, StateOf, State } from "./state";
import { newVariable, Variable } from "./variable";

/** Takes a module apart: its structure, and its leaves with their paths, each shared one once. */
class Taker {
  readonly leaves: StateEntry[] = [];
  private readonly seen = new Map<unknown, number>();

  take(value: unknown, path: StatePath): Spec {
    const known = this.seen.get(value);
    if (known !== undefined) return { kind: "shared", index: known };
    if (value instanceof Variable) return this.takeVariable(value, path);
    if (value instanceof Module) return this.takeModule(value, path);
    if (value instanceof JaxArray) {
      this.leaves.push([path, value]);
      return { kind: "array" };
    }
    if (!isData(value) || typeof value !== "object" || value === null) {
      return { kind: "static", value };
    }
    return { kind: "container", isList: Array.isArray(value), entries: this.takeAll(value, path) };
  }

  private takeVariable(variable: Variable<unknown>, path: StatePath): Spec {
    const index = this.number(variable);
    this.leaves.push([path, variable]);
    const { getMetadata } = Variable.prototype;
    return {
      kind: "variable",
      index,
      prototype: Object.getPrototypeOf(variable),
      metadata: getMetadata.call(variable),
    };
  }

  private takeModule(module: Module, path: StatePath): Spec {
    const index = this.number(module);
    const attributes = this.takeAll(module, path);
    return { kind: "module", index, prototype: Object.getPrototypeOf(module), attributes };
  }

  private takeAll(owner: object, path: StatePath): (readonly [string, Spec])[] {
    const sorted = Object.entries(owner);
    if (!Array.isArray(owner)) sorted.sort(([a], [b]) => compareNames(a, b));
    return sorted.map(([name, value]) => [name, this.take(value, [...path, name])] as const);
  }

  private number(value: unknown): number {
    const index = this.seen.size;
    this.seen.set(value, index);
    return index;
  }
}

/** Puts a module together again from its structure and leaves by path. */
class Builder {
  private readonly built = new Map<number, unknown>();

  constructor(private readonly leaves: ReadonlyMap<string, unknown>) {}

  build(spec: Spec, path: StatePath): unknown {
    switch (spec.kind) {
      case "static":
        return spec.value;
      case "shared":
        return this.built.get(spec.index);
      case "array":
        return this.leaf(path);
      case "variable":
        return this.buildVariable(spec, this.leaf(path));
      case "module": {
        const module = newModule(spec.prototype, []);
        this.built.set(spec.index, module);
        return Object.assign(module, Object.fromEntries(this.buildAll(spec.attributes, path)));
      }
      case "container": {
        const entries = this.buildAll(spec.entries, path);
        return spec.isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
      }
    }
  }

  private buildVariable(spec: Extract<Spec, { kind: "variable" }>, leaf: unknown): unknown {
    // A state holds the variables themselves; one made from plain arrays gets new variables.
    const variable =
      leaf instanceof Variable ? leaf : newVariable(spec.prototype, spec.metadata, leaf);
    this.built.set(spec.index, variable);
    return variable;
  }

  private buildAll(
    entries: readonly (readonly [string, Spec])[],
    path: StatePath,
  ): [string, unknown][] {
    return entries.map(([name, spec]) => [name, this.build(spec, [...path, name])]);
  }

  private leaf(path: StatePath): unknown {
    const key = path.join("\0");
    if (this.leaves.has(key)) return this.leaves.get(key);
    throw new ValueError(`The states have no value for '${path.join(".")}'.`);
  }
}

function taken(module: unknown): { root: Spec; leaves: StateEntry[] } {
  if (!(module instanceof Module)) {
    throw new JaxTypeError(
      `Expected an nnx.Module, got a value of type <class '${pythonTypeName(module)}'>.`,
    );
  }
  const taker = new Taker();
  const root = taker.take(module, []);
  return { root, leaves: taker.leaves };
}

/** The leaves that each filter takes, first come first served, and those that none wants. */
function sorted(
  leaves: readonly StateEntry[],
  filters: readonly Filter[],
): { groups: StateEntry[][]; rest: StateEntry[] } {
  const predicates = filters.map(toPredicate);
  const groups: StateEntry[][] = filters.map(() => []);
  const rest: StateEntry[] = [];
  for (const [path, leaf] of leaves) {
    const index = predicates.findIndex((wants) => wants(path, leaf));
    (index < 0 ? rest : groups[index]).push([path, leaf]);
  }
  return { groups, rest };
}

/**
 * A module as its structure and its leaves: `[graphdef, state]`, or one state for each filter. The states hold
 * the module's own variables. Raises ValueError if the filters leave something over; end them with `"..."`.
 *
 * ```ts
 * const [graphdef, params, rest] = nnx.split(model, nnx.Param, "...");
 * ```
 */
export function split<M>(module: M): [GraphDef<M>, StateOf<M>];
export function split<M>(
  module: M,
  first: Filter,
  ...filters: Filter[]
): [GraphDef<M>, StateOf<M>, ...StateOf<M>[]];
export function split<M>(module: M, ...filters: Filter[]): [GraphDef<M>, ...State[]] {
  const { root, leaves } = taken(module);
  const { groups, rest } = sorted(leaves, filters.length === 0 ? [true] : filters);
  if (rest.length > 0) throw notExhaustive(rest);
  return [new GraphDef<M>(root, leaves.length), ...groups.map(stateFrom)];
}

function notExhaustive(rest: readonly StateEntry[]): ValueError {
  const lines = rest.map(([path, leaf]) => {
    const names = path.map((name) => `'${name}'`).join(", ");
    const text = `((${names}${path.length === 1 ? "," : ""}), ${fullText(leaf)})`;
    return `  ${text.replaceAll("\n", "\n  ")}`;
  });
  return new ValueError(
    `Non-exhaustive filters, got a non-empty remainder: FlatState([\n${lines.join(",\n")}\n]).\n` +
      "Use `...` to match all remaining elements.",
  );
}

/**
 * The module that a structure and states describe: the inverse of `split`. The states' variables become the module's
 * own; plain arrays get new variables. Raises ValueError if leaves are missing or too many.
 */
export function merge<M>(graphdef: GraphDef<M>, ...states: object[]): M {
  const entries = states.flatMap((state) => entriesOf(state));
  if (entries.length !== graphdef.numLeaves) {
    throw new ValueError(
      `Incorrect number of leaves, expected ${graphdef.numLeaves} leaves, but got ${entries.length}.`,
    );
  }
  const leaves = new Map(entries.map(([path, leaf]) => [path.join("\0"), leaf]));
  return new Builder(leaves).build(graphdef.root, []) as M;
}

/** A module's leaves as a state, or as one state for each filter; leaves that no filter wants are left out. */
export function state<M>(module: M): StateOf<M>;
export function state<M>(module: M, filter: Filter): StateOf<M>;
export function state<M>(module: M, ...filters: [Filter, Filter, ...Filter[]]): StateOf<M>[];
export function state(module: unknown, ...filters: Filter[]): State | State[] {
  const { leaves } = taken(module);
  const { groups } = sorted(leaves, filters.length === 0 ? [true] : filters);
  const states = groups.map(stateFrom);
  return states.length === 1 ? states[0] : states;
}

/** Writes the values of states (or of nested dicts of arrays) into a module's variables, in place. */
export function update(module: object, ...states: object[]): void {
  for (const [path, leaf] of states.flatMap((state) => entriesOf(state))) {
    let owner: object = module;
    for (const name of path.slice(0, -1)) owner = member(owner, name, path);
    const name = path[path.length - 1];
    const target: unknown = Reflect.get(owner, name);
    if (target instanceof Variable) {
      target.value = leaf instanceof Variable ? leaf.value : leaf;
    } else {
      Reflect.set(owner, name, leaf);
    }
  }
}

function member(owner: object, name: string, path: StatePath): object {
  const next: unknown = Reflect.get(owner, name);
  if ((typeof next === "object" || typeof next === "function") && next !== null) return next;
  throw new ValueError(`The module has no part '${name}' on the way to '${path.join(".")}'.`);
}

/** A copy of a module: equal values in variables of its own. */
export function clone<M>(module: M): M {
  const [graphdef, values] = split(module);
  const copies = entriesOf(values).map(([path, leaf]): StateEntry => [
    path,
    leaf instanceof Variable ? leaf.value : leaf,
  ]);
  return merge(graphdef, stateFrom(copies));
}
