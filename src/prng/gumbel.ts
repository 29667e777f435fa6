import type { PrngKey } from "./key";
import { log32 } from "./log";
import { uniform } from "./uniform";

/** The smallest normal float32, which keeps the logarithm finite. */
export const TINY = 2 ** -126;

/** `size` draws from the standard Gumbel distribution: `jax.random.gumbel` in its mode "low". */
export function gumbel(key: PrngKey, size: number): Float32Array {
  return uniform(key, size, TINY, 1).map((u) => -log32(-log32(u)));
}
