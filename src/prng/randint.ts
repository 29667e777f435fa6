import { bits } from "./bits";
import { split } from "./key";
import type { PrngKey } from "./key";

const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const UINT32 = { min: 0, max: 2 ** 32 - 1 };

/** The remainder of unsigned words; by zero it is the dividend, as in XLA. */
function remainder(a: number, b: number): number {
  return b === 0 ? a : a % b;
}

function clamp(value: number, range: { min: number; max: number }): number {
  return Math.min(Math.max(value, range.min), range.max);
}

/** How many values [low, high) holds, modulo 2^32; 1 if it is empty, so that `low` comes out. */
function spanOf(low: number, high: number, highest: number): number {
  const inclusive = high > highest ? highest + 1 : high;
  return inclusive <= low ? 1 : (inclusive - low) >>> 0;
}

/** The draws as offsets from the lower bound: 64 random bits per element, reduced modulo `span`. */
function offsets(key: PrngKey, size: number, span: number): Uint32Array {
  const [high, low] = split(key).map((k) => bits(k, size));
  const half = remainder(2 ** 16, span);
  const factor = remainder(Math.imul(half, half) >>> 0, span);
  return high.map((h, i) => {
    const product = Math.imul(remainder(h, span), factor);
    return remainder((product + remainder(low[i], span)) >>> 0, span);
  });
}

/** `size` whole numbers in [low, high) as int32: `jax.random.randint`. Bounds beyond int32 are clamped. */
export function randint(key: PrngKey, size: number, low: number, high: number): Int32Array {
  const min = clamp(low, INT32);
  return Int32Array.from(offsets(key, size, spanOf(min, high, INT32.max)), (o) => (min + o) | 0);
}

/** `randint` with dtype uint32. */
export function randintUnsigned(
  key: PrngKey,
  size: number,
  low: number,
  high: number,
): Uint32Array {
  const min = clamp(low, UINT32);
  return offsets(key, size, spanOf(min, high, UINT32.max)).map((o) => min + o);
}
