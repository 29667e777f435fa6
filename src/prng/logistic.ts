import { TINY } from "./gumbel";
import type { PrngKey } from "./key";
import { log1p32, log32 } from "./log";
import { uniform } from "./uniform";

/** `size` draws from the standard logistic distribution: `jax.random.logistic`. */
export function logistic(key: PrngKey, size: number): Float32Array {
  return uniform(key, size, TINY, 1).map((u) => log32(u) - log1p32(-u));
}
