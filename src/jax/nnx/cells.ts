import { JaxArray } from "../array/array";
import { nodeOf } from "../tree/registry";
import { compareNames } from "../tree/compare-names";
import type { StatePath } from "./filter";
import { enterTrace, Variable } from "./variable";

/** A place in a module that holds a value which calls may change: a variable, or an attribute that is an array. */
export type Cell = {
  readonly path: StatePath;
  /** The variable, or the array itself. */
  readonly leaf: Variable<unknown> | JaxArray;
  read(): unknown;
  write(value: unknown): void;
  /** Lets the running transformation write, until the function that is returned runs. */
  enter(): () => void;
};

/** The places below a value, each shared one once, in the order of names. */
export function cellsOf(value: unknown): Cell[] {
  return collect(value, [], new Set());
}

function collect(owner: unknown, path: StatePath, seen: Set<unknown>): Cell[] {
  if (owner === null || (typeof owner !== "object" && typeof owner !== "function")) return [];
  if (seen.has(owner)) return [];
  seen.add(owner);
  if (owner instanceof Variable) return [variableCell(owner, path)];
  const node = nodeOf(owner);
  if (node === null || node.name === "NoneType") return [];
  const names = Object.keys(owner).sort(compareNames);
  return names.flatMap((name) => {
    const value: unknown = Reflect.get(owner, name);
    const place = [...path, name];
    return value instanceof JaxArray
      ? [attributeCell(owner, name, value, place)]
      : collect(value, place, seen);
  });
}

function variableCell(variable: Variable<unknown>, path: StatePath): Cell {
  return {
    path,
    leaf: variable,
    read: () => variable.value,
    write: (value) => void (variable.value = value),
    enter: () => enterTrace(variable),
  };
}

function attributeCell(owner: object, name: string, leaf: JaxArray, path: StatePath): Cell {
  return {
    path,
    leaf,
    read: () => Reflect.get(owner, name) as unknown,
    write: (value) => void Reflect.set(owner, name, value),
    enter: () => () => undefined,
  };
}
