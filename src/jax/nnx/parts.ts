import type { JaxArray } from "../array/array";
import { nodeOf } from "../tree/registry";
import { flattenArrays } from "../transform/leaves";
import type { Cell } from "./cells";
import { cellsOf } from "./cells";
import type { FilterFunction } from "./filter";
import { Module } from "./module";
import { stateFrom } from "./state";
import { newVariable, Variable } from "./variable";

/**
 * An argument of a function to differentiate, taken apart. Modules stay where they are and get traced values for
 * the time of the call; other trees are built again around traced arrays.
 */
export type Part = {
  /** The arrays to differentiate with respect to. */
  readonly arrays: readonly JaxArray[];
  /** The argument with these arrays in their places. */
  place(arrays: readonly JaxArray[]): unknown;
  /** The gradient in the form that Flax gives it: a State for a module. */
  gradient(arrays: readonly JaxArray[]): unknown;
};

/** Takes an argument apart; `wants` says which variables of modules count. */
export function partOf(value: unknown, wants: FilterFunction): Part {
  if (value instanceof Module) return modulePart(value, wants);
  return holdsModule(value) ? containerPart(value, wants) : treePart(value);
}

/** Whether a plain list or dict has a module somewhere inside. */
function holdsModule(value: unknown): value is object {
  const node = nodeOf(value);
  if (node === null || (node.name !== "list" && node.name !== "dict")) return false;
  return node.flatten(value).children.some((item) => item instanceof Module || holdsModule(item));
}

function modulePart(module: Module, wants: FilterFunction): Part {
  const cells = cellsOf(module).filter(({ path, leaf }) => wants(path, leaf));
  return {
    arrays: cells.map((cell) => cell.read() as JaxArray),
    place(arrays) {
      cells.forEach((cell, i) => cell.write(arrays[i]));
      return module;
    },
    gradient: (arrays) =>
      stateFrom(cells.map((cell, i) => [cell.path, gradientLeaf(cell, arrays[i])])),
  };
}

function gradientLeaf({ leaf }: Cell, value: JaxArray): unknown {
  if (!(leaf instanceof Variable)) return value;
  const prototype: object = Object.getPrototypeOf(leaf);
  return newVariable(prototype, Variable.prototype.getMetadata.call(leaf), value);
}

function treePart(value: unknown): Part {
  const { arrays, treedef } = flattenArrays(value);
  const build = (leaves: readonly JaxArray[]): unknown => treedef.unflatten(leaves);
  return { arrays, place: build, gradient: build };
}

function containerPart(container: object, wants: FilterFunction): Part {
  const names = Object.keys(container);
  const parts = Object.values(container).map((item: unknown) => partOf(item, wants));
  const build = (
    arrays: readonly JaxArray[],
    take: (part: Part, own: readonly JaxArray[]) => unknown,
  ): unknown => {
    const items = shared(parts, arrays).map((own, i) => take(parts[i], own));
    if (Array.isArray(container)) return items;
    return Object.fromEntries(names.map((name, i) => [name, items[i]]));
  };
  return {
    arrays: parts.flatMap((part) => part.arrays),
    place: (arrays) => build(arrays, (part, own) => part.place(own)),
    gradient: (arrays) => build(arrays, (part, own) => part.gradient(own)),
  };
}

/** Each part's own share of a list of arrays. */
export function shared(
  parts: readonly Part[],
  arrays: readonly JaxArray[],
): (readonly JaxArray[])[] {
  let next = 0;
  return parts.map((part) => arrays.slice(next, (next += part.arrays.length)));
}
