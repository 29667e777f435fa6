import { threefry2x32 } from "./threefry";

/** A key: two unsigned 32-bit words, JAX's raw key data. */
export type PrngKey = readonly [number, number];

const MIN_SEED = -(2n ** 63n);
const MAX_SEED = 2n ** 63n - 1n;

/**
 * The key of an integer seed, as `jax.random.PRNGKey` makes it with 64-bit integers off: the first
 * word is 0, the second the seed's low 32 bits. So seeds that differ by 2^32 give the same key.
 * Throws RangeError if the seed is not whole or does not fit into 64 bits.
 */
export function keyFromSeed(seed: number | bigint): PrngKey {
  const whole = BigInt(seed);
  if (whole < MIN_SEED || whole > MAX_SEED) {
    throw new RangeError(`seed ${seed} does not fit into 64 bits`);
  }
  return [0, Number(BigInt.asUintN(32, whole))];
}

/** The key that belongs to `data` (taken modulo 2^32) under `key`: `jax.random.fold_in`. */
export function foldIn(key: PrngKey, data: number): PrngKey {
  const out = new Uint32Array(2);
  threefry2x32(key[0], key[1], 0, data, out);
  return [out[0], out[1]];
}

/**
 * `count` independent keys: `jax.random.split`. Child i is `foldIn(key, i)`, so it does not depend
 * on `count` (JAX's partitionable Threefry, its default since 0.5.0).
 */
export function split(key: PrngKey, count = 2): PrngKey[] {
  return Array.from({ length: count }, (_, i) => foldIn(key, i));
}
