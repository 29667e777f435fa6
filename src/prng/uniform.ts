import { bits } from "./bits";
import { elementOf } from "./float32";
import type { PerElement } from "./float32";
import type { PrngKey } from "./key";

/** The value in [0, 1) that 32 random bits stand for: the upper 23 of them as a binary fraction. */
export function fractionOf(word: number): number {
  return (word >>> 9) * 2 ** -23;
}

/**
 * `size` float32 values in [low, high): `jax.random.uniform`. The scaling is one fused multiply-add,
 * as XLA compiles it; the result is never below `low`.
 */
export function uniform(
  key: PrngKey,
  size: number,
  low: PerElement = 0,
  high: PerElement = 1,
): Float32Array {
  const words = bits(key, size);
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const min = elementOf(low, i);
    const span = Math.fround(elementOf(high, i) - min);
    values[i] = Math.max(min, Math.fround(fractionOf(words[i]) * span + min));
  }
  return values;
}
