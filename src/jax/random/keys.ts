import { foldIn as foldInWords, keyFromSeed, split as splitWords } from "../../prng/key";
import type { PrngKey } from "../../prng/key";
import { logCall } from "../base/call-log";
import type { JaxArray } from "../array/array";
import type { Shape } from "../array/aval";
import { sizeOf, tupleText } from "../array/aval";
import { fromHost } from "../array/concrete";
import { bind } from "../core/trace";
import type { HostData } from "../array/host-data";
import { isInteger } from "../base/dtype";
import type { DType } from "../base/dtype";
import { JaxTypeError, OverflowError, ValueError } from "../base/errors";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { asarray } from "../numpy/creation";
import { define } from "../numpy/function-table";
import { pythonTypeName } from "../tree/python-type-name";
import { checkShape } from "./draw";
import type { Key, ShapeLike } from "./draw";
import { checkKey, checkKeys, wordsOf } from "./key-argument";

type KeyKind = { readonly dtype: DType; readonly tail: Shape };
/** Raw keys end in an axis of two words; a typed key is one element. */
const RAW: KeyKind = { dtype: "uint32", tail: [2] };
const TYPED: KeyKind = { dtype: "key<fry>", tail: [] };

function kindOf(key: JaxArray): KeyKind {
  return key.dtype === "key<fry>" ? TYPED : RAW;
}

/** An operation that makes `count` keys of a kind from one key's or seed's data. */
function keyCall(
  name: string,
  operands: readonly JaxArray[],
  kind: KeyKind,
  shape: Shape,
  run: (...data: HostData[]) => readonly PrngKey[],
): JaxArray {
  return bind("host_call", operands, {
    name,
    out: { shape: [...shape, ...kind.tail], dtype: kind.dtype, weak: false },
    run: (inputs) => Uint32Array.from(run(...inputs.map(({ data }) => data)).flat()),
  });
}

function seeded(name: string, seed: ArrayLike | bigint, kind: KeyKind): JaxArray {
  if (typeof seed === "number" || typeof seed === "bigint" || typeof seed === "boolean") {
    const words = Uint32Array.from(wordsOfSeed(typeof seed === "boolean" ? Number(seed) : seed));
    return fromHost(kind.tail, kind.dtype, false, words);
  }
  const array = asarray(seed);
  if (array.shape.length > 0) {
    throw new JaxTypeError(
      `${name} accepts a scalar seed, but was given an array of shape ${tupleText(array.shape)} != (). Use jax.vmap for batching`,
    );
  }
  if (!isInteger(array.dtype)) throw notAnInteger(array.dtype, array.weak);
  return keyCall("random_seed", [array], kind, [], ([value]) => [keyFromSeed(value)]);
}

function notAnInteger(dtype: DType, weak: boolean): JaxTypeError {
  return new JaxTypeError(
    `PRNG key seed must be an integer; got JitTracer(${weak ? "~" : ""}${dtype}[])`,
  );
}

function wordsOfSeed(seed: number | bigint): PrngKey {
  if (typeof seed === "number" && !Number.isInteger(seed)) throw notAnInteger("float32", true);
  try {
    return keyFromSeed(seed);
  } catch {
    throw new OverflowError("Python int too large to convert to C long");
  }
}

type Seeder = (seed: ArrayLike | bigint) => JaxArray;

/**
 * A raw key from a whole-number seed: uint32 of shape (2,).
 *
 * ```ts
 * const key = jax.random.PRNGKey(0);
 * ```
 */
export const PRNGKey: Seeder = define(
  "jax.random",
  "PRNGKey(seed: seed, *, impl!=None)",
  (seed: ArrayLike | bigint) => {
    logCall("PRNGKey", () => [seed]);
    return seeded("PRNGKey", seed, RAW);
  },
);

/** A typed key from a whole-number seed: dtype key<fry>, shape (). The bits are those of `PRNGKey`. */
export const key: Seeder = define(
  "jax.random",
  "key(seed: seed, *, impl!=None, dtype!=None)",
  (seed: ArrayLike | bigint) => seeded("key", seed, TYPED),
);

/** How many keys are asked for; raises Python's error for a number that is not whole. */
function wholeCount(num: ShapeLike): Shape {
  for (const n of typeof num === "number" ? [num] : num)
    if (!Number.isInteger(n))
      throw new JaxTypeError(`'${pythonTypeName(n)}' object cannot be interpreted as an integer`);
  return checkShape(num);
}

/**
 * New independent keys from one: shape (num, …) of the kind that was given. Use each key once.
 *
 * ```ts
 * const [next, sub] = jax.random.split(key);
 * ```
 */
export const split: (key: Key, num?: ShapeLike | { readonly num?: ShapeLike }) => JaxArray = define(
  "jax.random",
  "split(key, num: count=2)",
  (key: Key, num: ShapeLike = 2) => {
    const parent = checkKey("split", key);
    const shape = wholeCount(num);
    return keyCall("random_split", [parent], kindOf(parent), shape, (words) =>
      splitWords(wordsOf(words), sizeOf(shape)),
    );
  },
);

/** The key that belongs to a whole number `data` under a key; same kind and shape as `key`. */
export const foldIn: (key: Key, data: ArrayLike) => JaxArray = define(
  "jax.random",
  "fold_in(key, ~data)",
  (key: Key, data: ArrayLike) => {
    const parent = checkKey("fold_in", key);
    if (typeof data === "number") return foldInNumber(parent, Math.trunc(data));
    const array = asArray(data, "fold_in", 1);
    if (array.shape.length > 0) {
      throw new JaxTypeError(
        `fold_in accepts a scalar, but was given an array ofshape ${tupleText(array.shape)} != (). Use jax.vmap for batching.`,
      );
    }
    return keyCall("random_fold_in", [parent, array], kindOf(parent), [], (words, [number]) => [
      foldInWords(wordsOf(words), Math.trunc(number)),
    ]);
  },
);

function foldInNumber(parent: JaxArray, word: number): JaxArray {
  if (!(word >= 0 && word < 2 ** 32)) {
    throw new OverflowError(`Python integer ${word} out of bounds for uint32`);
  }
  return keyCall("random_fold_in", [parent], kindOf(parent), [], (words) => [
    foldInWords(wordsOf(words), word),
  ]);
}

/** The raw words of keys: uint32 of shape (…, 2). */
export const keyData: (keys: Key) => JaxArray = define(
  "jax.random",
  "key_data(keys)",
  (keys: Key) => {
    const array = checkKeys(keys);
    return array.dtype === "key<fry>" ? reinterpreted(array, "uint32", [...array.shape, 2]) : array;
  },
);

/** Typed keys from raw words: key<fry> of shape (…) from uint32 of shape (…, 2). */
export const wrapKeyData: (words: Key) => JaxArray = define(
  "jax.random",
  "wrap_key_data(@key_bits_array, *, impl!=None, dtype!=None)",
  (words: Key) => {
    const array = checkKeys(words);
    if (array.dtype === "key<fry>") {
      throw new ValueError("wrap_key_data takes raw uint32 words, got typed keys.");
    }
    return reinterpreted(array, "key<fry>", array.shape.slice(0, -1));
  },
);

function reinterpreted(array: JaxArray, dtype: DType, shape: Shape): JaxArray {
  return bind("host_call", [array], {
    name: dtype === "uint32" ? "random_unwrap" : "random_wrap",
    out: { shape, dtype, weak: false },
    run: ([{ data }]) => data,
  });
}

/** The same key again: JAX's mark that a key is used twice on purpose. */
export const clone: (key: Key) => JaxArray = define("jax.random", "clone(key)", (key: Key) =>
  checkKeys(key),
);

/** The name of the generator behind keys. */
export const keyImpl: (keys: Key) => string = define(
  "jax.random",
  "key_impl(keys)",
  (keys: Key) => {
    checkKeys(keys);
    return "threefry2x32";
  },
);
