import type { JaxArray } from "../array/array";
import type { Shape } from "../array/aval";
import type { DType } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { pythonTypeName } from "../tree/python-type-name";
import { toArray, type ArrayLike } from "./as-array";
import { stack } from "./joining";

/** Nested lists of numbers, booleans and arrays. */
export type NestedList = readonly (ArrayLike | NestedList)[];

function isList(value: unknown): value is NestedList {
  return Array.isArray(value);
}

interface Nested {
  readonly shape: Shape;
  /** Numbers, booleans and arrays in row-major order. */
  readonly leaves: readonly (JaxArray | number | boolean)[];
  readonly dtype: DType;
}

/**
 * Shape, leaves and dtype of nested lists: float32, or bool if all leaves are booleans.
 * @throws ValueError where sublists differ in length, TypeError at a leaf that is no number
 */
export function nestedShape(list: NestedList): Nested {
  const shape: number[] = [];
  for (let level: unknown = list; isList(level); level = level[0]) {
    shape.push(level.length);
    if (level.length === 0) break;
  }
  const leaves: (JaxArray | number | boolean)[] = [];
  collect(list, 0, shape, leaves);
  const allBool = leaves.length > 0 && leaves.every((leaf) => typeof leaf === "boolean");
  return { shape, leaves, dtype: allBool ? "bool" : "float32" };
}

function collect(
  list: NestedList,
  depth: number,
  shape: Shape,
  leaves: (JaxArray | number | boolean)[],
): void {
  if (list.length !== shape[depth]) throw ragged(shape, depth);
  for (const item of list) {
    if (isList(item) !== depth + 1 < shape.length) throw ragged(shape, depth + 1);
    if (isList(item)) collect(item, depth + 1, shape, leaves);
    else leaves.push(leafOf(item));
  }
}

function leafOf(item: unknown): JaxArray | number | boolean {
  if (typeof item === "number" || typeof item === "boolean") return item;
  const array = toArray(item);
  if (array !== null) return array;
  throw invalidValue(item);
}

/** JAX's error for a value that cannot be in an array. */
export function invalidValue(value: unknown): Error {
  if (value === null || value === undefined)
    return new ValueError("None is not a valid value for jnp.array");
  const isText = typeof value === "string";
  const kind = isText ? `<U${Math.max(1, value.length)}` : "object";
  const text = isText || typeof value !== "object" ? String(value) : pythonTypeName(value);
  return new JaxTypeError(
    `Value '${text}' with dtype ${kind} is not a valid JAX array type. Only arrays of numeric types are supported by JAX.`,
  );
}

function ragged(shape: Shape, depth: number): ValueError {
  const known = shape.slice(0, depth);
  const text = `(${known.join(", ")}${known.length === 1 ? "," : ""})`;
  return new ValueError(
    `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${depth} dimensions. The detected shape was ${text} + inhomogeneous part.`,
  );
}

/** Nested lists that hold arrays, joined along new leading axes. */
export function joined(list: NestedList): JaxArray {
  return stack(list.map((item) => (isList(item) ? joined(item) : item)));
}
