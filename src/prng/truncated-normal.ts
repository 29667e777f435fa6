import { erf } from "./erf";
import { erfInv } from "./erf-inv";
import { elementOf, nextAfter } from "./float32";
import type { PerElement } from "./float32";
import type { PrngKey } from "./key";
import { SQRT2 } from "./normal";
import { uniform } from "./uniform";

/** XLA turns the division by √2 into a multiplication, which rounds differently. */
const ONE_OVER_SQRT2 = Math.fround(1 / SQRT2);

function erfOfBound(bound: PerElement): PerElement {
  const scaled = (b: number) => erf(Math.fround(Math.fround(b) * ONE_OVER_SQRT2));
  return typeof bound === "number" ? scaled(bound) : bound.map(scaled);
}

/**
 * `size` draws from the standard normal distribution cut off outside (lower, upper):
 * `jax.random.truncated_normal` in float32. The bounds themselves are never returned.
 */
export function truncatedNormal(
  key: PrngKey,
  size: number,
  lower: PerElement,
  upper: PerElement,
): Float32Array {
  const u = uniform(key, size, erfOfBound(lower), erfOfBound(upper));
  return u.map((value, i) => {
    const x = Math.fround(SQRT2 * erfInv(value));
    const min = nextAfter(elementOf(lower, i), 1);
    const max = nextAfter(elementOf(upper, i), -1);
    return Math.min(Math.max(x, min), max);
  });
}
