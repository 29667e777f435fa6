import { JaxTypeError } from "../base/errors";
import { Variable } from "./variable";

/** The way to a leaf of a state, by attribute names. */
export type StatePath = readonly string[];

/** Says whether a leaf belongs. */
export type FilterFunction = (path: StatePath, value: unknown) => boolean;

type VariableClass = abstract new (...args: never[]) => Variable<unknown>;

/**
 * Which leaves of a module belong to a state: a class of variables; `"..."` or true for all, false for none; another text
 * for variables with that tag; a list for any of several; or a function of path and value.
 */
export type Filter = VariableClass | FilterFunction | string | boolean | readonly Filter[];

function isVariableClass(filter: VariableClass | FilterFunction): filter is VariableClass {
  return filter.prototype instanceof Variable || filter.prototype === Variable.prototype;
}

/** A filter as a function; raises TypeError for what is none. */
export function toPredicate(filter: Filter): FilterFunction {
  if (filter === "..." || filter === true) return () => true;
  if (filter === false) return () => false;
  if (typeof filter === "string") return (_, value) => tagOf(value) === filter;
  if (typeof filter === "function") {
    return isVariableClass(filter) ? (_, value) => value instanceof filter : filter;
  }
  if (Array.isArray(filter)) {
    const any = filter.map(toPredicate);
    return (path, value) => any.some((predicate) => predicate(path, value));
  }
  throw new JaxTypeError(`Invalid collection filter: ${String(filter)}`);
}

function tagOf(value: unknown): unknown {
  return value instanceof Variable ? Reflect.get(value, "tag") : undefined;
}

/** Leaves that the filter does not want: `nnx.Not(nnx.Param)`. */
export function Not(filter: Filter): FilterFunction {
  const predicate = toPredicate(filter);
  return (path, value) => !predicate(path, value);
}

/** Leaves that every filter wants. */
export function All(...filters: Filter[]): FilterFunction {
  const predicates = filters.map(toPredicate);
  return (path, value) => predicates.every((predicate) => predicate(path, value));
}

/** Leaves that any filter wants. */
export function Any(...filters: Filter[]): FilterFunction {
  return toPredicate(filters);
}

/** Leaves with this name on the way to them: `nnx.PathContains("head")`. */
export function PathContains(name: string): FilterFunction {
  return (path) => path.includes(name);
}
