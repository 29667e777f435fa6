import type { PrngKey } from "../../prng/key";
import type { JaxArray } from "../array/array";
import { tupleText } from "../array/aval";
import { JaxTypeError, ValueError } from "../base/errors";
import { toArray } from "../numpy/as-array";
import { pythonTypeName } from "../tree/python-type-name";

const INVALID = "JAX encountered invalid PRNG key data: expected";

/**
 * Narrows an argument to one or more keys: a typed key (dtype key<fry>) of any shape, or raw uint32 words whose last
 * axis has length 2. Raises JAX's TypeErrors for anything else.
 */
export function checkKeys(value: unknown): JaxArray {
  if (value === null || value === undefined) {
    throw new JaxTypeError(`unexpected PRNG key type <class '${pythonTypeName(value)}'>`);
  }
  const key = typeof value === "number" ? null : toArray(value);
  if (key === null) {
    throw new JaxTypeError(
      `${INVALID} key_data to have ndim, shape, and dtype attributes. Got ${String(value)}`,
    );
  }
  if (key.dtype === "key<fry>") return key;
  if (key.shape.at(-1) !== 2) {
    throw new JaxTypeError(
      `${INVALID} key_data.shape to end with (2,); got shape=${tupleText(key.shape)} for impl=threefry2x32`,
    );
  }
  if (key.dtype !== "uint32") {
    throw new JaxTypeError(`${INVALID} key_data.dtype = uint32; got dtype=${key.dtype}`);
  }
  return key;
}

/** Narrows an argument to one key; `name` is the function that asks, for JAX's ValueError about several. */
export function checkKey(name: string, value: unknown): JaxArray {
  const key = checkKeys(value);
  const isOne = key.shape.length === (key.dtype === "key<fry>" ? 0 : 1);
  if (isOne) return key;
  throw new ValueError(
    `${name} accepts a single key, but was given a key array of shape ${tupleText(key.shape)} != (). Use jax.vmap for batching.`,
  );
}

/** The two words of a key's data as `src/prng` takes them. */
export function wordsOf(data: ArrayLike<number>): PrngKey {
  return [data[0], data[1]];
}
