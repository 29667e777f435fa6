import { erf } from "./erf";
import { erfInv } from "./erf-inv";
import { elementOf, nextAfter } from "./float32";
import type { PerElement } from "./float32";
import type { PrngKey } from "./key";
import { SQRT2 } from "./normal";
import { uniform } from "./uniform";

/** XLA turns the division by √2 into a multiplication, which rounds differently. */
const ONE_OVER_SQRT2 = Math.fround(1 / SQRT2);

/** A bound after a function of float32 values; computed once if the bound is one number. */
export function mapBound(bound: PerElement, f: (bound: number) => number): PerElement {
  return typeof bound === "number" ? f(Math.fround(bound)) : bound.map(f);
}

function scaledErf(bound: number): number {
  return erf(Math.fround(bound * ONE_OVER_SQRT2));
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
  const min = mapBound(lower, (bound) => nextAfter(bound, 1));
  const max = mapBound(upper, (bound) => nextAfter(bound, -1));
  const u = uniform(key, size, mapBound(lower, scaledErf), mapBound(upper, scaledErf));
  return u.map((value, i) => {
    const x = Math.fround(SQRT2 * erfInv(value));
    return Math.min(Math.max(x, elementOf(min, i)), elementOf(max, i));
  });
}
