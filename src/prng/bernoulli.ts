import { elementOf } from "./float32";
import type { PerElement } from "./float32";
import type { PrngKey } from "./key";
import { uniform } from "./uniform";

/** `size` flags, each 1 with probability p (rounded to float32) and else 0: `jax.random.bernoulli`. */
export function bernoulli(key: PrngKey, size: number, p: PerElement = 0.5): Uint8Array {
  return Uint8Array.from(uniform(key, size), (u, i) => Number(u < elementOf(p, i)));
}

/** `size` signs, each -1 or 1 with equal chance: `jax.random.rademacher`. */
export function rademacher(key: PrngKey, size: number): Int32Array {
  return Int32Array.from(bernoulli(key, size), (flag) => 2 * flag - 1);
}
