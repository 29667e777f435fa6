import type { JaxArray } from "../array/array";
import { compareNames } from "../tree/compare-names";
import { DictKey } from "../tree/keys";
import { registerNode } from "../tree/registry";
import { fullText, mappingText } from "./repr";
import type { StatePath } from "./filter";
import type { Module } from "./module";
import { Variable } from "./variable";

/** One leaf of a state with the way to it. */
export type StateEntry = readonly [path: StatePath, leaf: unknown];

/** Attributes that are part of a module's state. */
type Stateful = Variable<unknown> | JaxArray | Module;

/** The state of a module of type M as editors show it: its variables, arrays and modules by attribute name. */
export type StateOf<M> = State & {
  readonly [K in keyof M as NonNullable<M[K]> extends Stateful ? K : never]: NonNullable<
    M[K]
  > extends Module
    ? StateOf<NonNullable<M[K]>>
    : NonNullable<M[K]>;
};

/**
 * The leaves of a module as a nested mapping, sorted by name: `state.hidden.kernel` is the variable itself,
 * not a copy. A tree node.
 */
export class State {
  static readonly pythonName: string = "State";

  constructor(mapping: Readonly<Record<string, unknown>> = {}) {
    const names = Object.keys(mapping).sort(compareNames);
    Object.assign(this, Object.fromEntries(names.map((name) => [name, mapping[name]])));
  }

  /** Flax's text: one entry a line, arrays in full. */
  toString(): string {
    const text = entriesText(this);
    return `State(${text})`;
  }

  /** The same text: Python's repr. */
  repr(): string {
    return this.toString();
  }
}

function entriesText(mapping: object): string {
  return mappingText(
    Object.entries(mapping).map(([name, value]) => [
      name,
      isMapping(value) ? entriesText(value) : fullText(value),
    ]),
  );
}

/** Whether a value inside a state is a nested level and not a leaf. */
function isMapping(value: unknown): value is object {
  if (value instanceof State) return true;
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

registerNode<State>(State, {
  name: "flax.nnx.statelib.State",
  flatten(state) {
    const names = Object.keys(state).sort(compareNames);
    return {
      children: names.map((name) => Reflect.get(state, name)),
      keys: names.map((name) => new DictKey(name)),
      metadata: names,
    };
  },
  unflatten: (names, children) =>
    new State(
      Object.fromEntries((names as readonly string[]).map((name, i) => [name, children[i]])),
    ),
  sameMetadata: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  metadataText: (names) =>
    `(${(names as readonly string[]).map((name) => `'${name}'`).join(", ")})`,
});

function comparePaths(a: StatePath, b: StatePath): number {
  const at = a.findIndex((name, i) => name !== b[i]);
  return at < 0 ? a.length - b.length : compareNames(a[at], b[at] ?? "");
}

/** A state from its leaves. */
export function stateFrom(entries: readonly StateEntry[]): State {
  const root: Record<string, unknown> = {};
  const sorted = [...entries].sort(([a], [b]) => comparePaths(a, b));
  for (const [path, leaf] of sorted) {
    let level = root;
    for (const name of path.slice(0, -1)) {
      const next = (level[name] ??= {});
      level = next as Record<string, unknown>;
    }
    level[path[path.length - 1]] = leaf;
  }
  return new State(root);
}

/** The leaves of a state, or of nested plain dicts, with their paths. */
export function entriesOf(state: object, prefix: StatePath = []): StateEntry[] {
  return Object.entries(state).flatMap(([name, value]) => {
    const path = [...prefix, name];
    return isMapping(value) ? entriesOf(value, path) : [[path, value] as const];
  });
}

/** Nested plain dicts of the arrays in a state, without their variables. */
export function toPureDict(state: State): Record<string, unknown> {
  return pureDict(state);
}

function pureDict(mapping: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mapping).map(([name, value]) => {
      if (isMapping(value)) return [name, pureDict(value)];
      return [name, value instanceof Variable ? value.value : value];
    }),
  );
}
