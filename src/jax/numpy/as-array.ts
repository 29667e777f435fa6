import { JaxArray } from "../array/array";
import { scalar } from "../array/concrete";
import { JaxTypeError } from "../base/errors";
import { pythonTypeName } from "../tree/python-type-name";

/** An object that stands for an array, such as a Flax Param. */
export interface ArrayHolder {
  __jaxArray__(): JaxArray;
}

/** What array functions take: an array, a number (a weak float32), a boolean, or a Param. */
export type ArrayLike = JaxArray | ArrayHolder | number | boolean;

function isHolder(value: unknown): value is ArrayHolder {
  return (
    value !== null &&
    (typeof value === "object" || typeof value === "function") &&
    "__jaxArray__" in value
  );
}

/** The array that a value is or stands for; null if it is none. */
export function toArray(value: unknown): JaxArray | null {
  if (value instanceof JaxArray) return value;
  if (typeof value === "number") return scalar(value);
  if (typeof value === "boolean") return scalar(value ? 1 : 0, "bool", false);
  return isHolder(value) ? value.__jaxArray__() : null;
}

/**
 * The array that an argument of an array function is or stands for.
 * @param name the function, for JAX's TypeError where the value is a list, a string or the like
 * @param position of the argument
 */
export function asArray(value: unknown, name = "asarray", position = 0): JaxArray {
  const array = toArray(value);
  if (array !== null) return array;
  throw new JaxTypeError(
    `${name} requires ndarray or scalar arguments, got <class '${pythonTypeName(value)}'> at position ${position}.`,
  );
}
