import { toBfloat16, toFloat16 } from "../lib/half-floats";
import { bits } from "./bits";
import { erf } from "./erf";
import { erfInv } from "./erf-inv";
import { elementOf, type PerElement } from "./float32";
import type { PrngKey } from "./key";
import { normal } from "./normal";
import { mapBound, truncatedNormal } from "./truncated-normal";
import { uniform } from "./uniform";

/** The draws that weights are made of, in one floating type, and how that type rounds. */
export interface Sampler {
  round(x: number): number;
  uniform(key: PrngKey, size: number, low?: PerElement, high?: PerElement): Float32Array;
  normal(key: PrngKey, size: number): Float32Array;
  truncatedNormal(key: PrngKey, size: number, lower: PerElement, upper: PerElement): Float32Array;
}

/**
 * A 16-bit type with so many bits of mantissa. JAX draws it from other bits than float32: the lowest 8 or 16 of each word,
 * of which the upper ones are the fraction, and rounds after each operation. The number after 0, which
 * XLA takes for 0 where it is as small as bfloat16's, and the largest one bound what may be drawn.
 */
function half(
  round: (x: number) => number,
  bitCount: 8 | 16,
  mantissa: number,
  [least, most]: readonly [least: number, most: number],
): Sampler {
  const root = round(Math.SQRT2);
  const step = 2 ** -(mantissa + 1);
  const fractionOf = (word: number): number =>
    ((word & (2 ** bitCount - 1)) >>> (bitCount - mantissa)) * 2 ** -mantissa;
  const draw = (
    key: PrngKey,
    size: number,
    low: PerElement = 0,
    high: PerElement = 1,
  ): Float32Array =>
    Float32Array.from(bits(key, size), (word, i) => {
      const min = round(elementOf(low, i));
      const span = round(round(elementOf(high, i)) - min);
      return Math.max(min, round(round(fractionOf(word) * span) + min));
    });
  const quantile = (u: number): number => round(root * round(erfInv(u)));
  const bound = (x: number): number => round(erf(round(round(x) / root)));
  /** The next number of the type towards 0 or from it. */
  const beside = (x: number, direction: 1 | -1): number => {
    const near = round(x);
    // From infinity it is the largest number.
    if (!Number.isFinite(near)) return near > 0 === direction < 0 ? -direction * most : near;
    if (near === 0) return direction * least;
    const gap = 2 ** (Math.floor(Math.log2(Math.abs(near))) - mantissa);
    const isDown = near > 0 === direction < 0;
    const isPower = Math.log2(Math.abs(near)) % 1 === 0;
    return near + direction * (isDown && isPower ? gap / 2 : gap);
  };
  const above = (x: number): number => beside(x, 1);
  const below = (x: number): number => beside(x, -1);
  return {
    round,
    uniform: draw,
    normal: (key, size) => draw(key, size, step - 1, 1).map(quantile),
    truncatedNormal(key, size, lower, upper) {
      const [min, max] = [mapBound(lower, above), mapBound(upper, below)];
      const u = draw(key, size, mapBound(lower, bound), mapBound(upper, bound));
      return u.map((value, i) =>
        Math.min(Math.max(quantile(value), elementOf(min, i)), elementOf(max, i)),
      );
    },
  };
}

/** How each floating type is drawn. */
export const SAMPLERS: Readonly<Record<"float32" | "float16" | "bfloat16", Sampler>> = {
  float32: { round: Math.fround, uniform, normal, truncatedNormal },
  float16: half(toFloat16, 16, 10, [2 ** -24, 65504]),
  bfloat16: half(toBfloat16, 8, 7, [0, 2 ** 128 - 2 ** 120]),
};
