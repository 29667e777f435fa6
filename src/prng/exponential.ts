import type { PrngKey } from "./key";
import { log1p32 } from "./log";
import { uniform } from "./uniform";

/** `size` draws from the exponential distribution of rate 1: `jax.random.exponential`. */
export function exponential(key: PrngKey, size: number): Float32Array {
  return uniform(key, size).map((u) => -log1p32(-u));
}
