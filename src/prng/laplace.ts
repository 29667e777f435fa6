import type { PrngKey } from "./key";
import { log1p32 } from "./log";
import { uniform } from "./uniform";

/** `size` draws from the standard Laplace distribution: `jax.random.laplace`. */
export function laplace(key: PrngKey, size: number): Float32Array {
  return uniform(key, size, -1 + 2 ** -24, 1).map((u) => Math.sign(u) * log1p32(-Math.abs(u)));
}
