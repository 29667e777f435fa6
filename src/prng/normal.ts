import { erfInv } from "./erf-inv";
import { nextAfter } from "./float32";
import type { PrngKey } from "./key";
import { uniform } from "./uniform";

/** The square root of 2 as float32. */
export const SQRT2 = Math.fround(Math.SQRT2);
const ABOVE_MINUS_ONE = nextAfter(-1, 1);

/** `size` draws from the standard normal distribution: `jax.random.normal` in float32. */
export function normal(key: PrngKey, size: number): Float32Array {
  return uniform(key, size, ABOVE_MINUS_ONE, 1).map((u) => SQRT2 * erfInv(u));
}
