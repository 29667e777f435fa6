import { JaxArray } from "../../jax/array/array";
import { get, put, putAll } from "./slots";

/**
 * A value from Python: an array is `"@"` and its number (negative for tracers), other strings start with
 * `"'"`, lists hold such values, everything else is itself.
 */
export function decode(value: unknown): unknown {
  if (typeof value === "string")
    return value.startsWith("@") ? get(Number(value.slice(1))) : value.slice(1);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), decode(one)]));
  return Array.isArray(value) ? value.map(decode) : value;
}

/**
 * A result for Python: the number of an array, `"("` and numbers for a list of arrays, else `"="` and JSON.
 */
export function encode(result: unknown): number | string {
  if (result instanceof JaxArray) return put(result);
  if (isArrays(result)) return `(${putAll(result)}`;
  return `=${JSON.stringify(result ?? null)}`;
}

function isArrays(result: unknown): result is JaxArray[] {
  return Array.isArray(result) && result.length > 0 && result.every((x) => x instanceof JaxArray);
}
