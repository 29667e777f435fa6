import { fansOf } from "./fans";
import type { FanAxes, Fans } from "./fans";
import type { PrngKey } from "./key";
import { normal } from "./normal";
import { truncatedNormal } from "./truncated-normal";
import { uniform } from "./uniform";

export type FanMode = "fan_in" | "fan_out" | "fan_avg" | "fan_geo_avg";
export type Distribution = "truncated_normal" | "normal" | "uniform";

/** The standard deviation of a standard normal cut off at -2 and 2. */
const TRUNCATED_STDDEV = Math.fround(0.87962566103423978);

const DIVISOR: Record<FanMode, (fans: Fans) => number> = {
  fan_in: ({ fanIn }) => fanIn,
  fan_out: ({ fanOut }) => fanOut,
  fan_avg: ({ fanIn, fanOut }) => (fanIn + fanOut) / 2,
  fan_geo_avg: ({ fanIn, fanOut }) => Math.sqrt(fanIn * fanOut),
};

/** One draw of `size` values with the given float32 variance. */
const DRAW: Record<Distribution, (key: PrngKey, size: number, variance: number) => Float32Array> = {
  truncated_normal(key, size, variance) {
    const stddev = Math.fround(Math.fround(Math.sqrt(variance)) / TRUNCATED_STDDEV);
    return truncatedNormal(key, size, -2, 2).map((x) => x * stddev);
  },
  normal(key, size, variance) {
    const stddev = Math.fround(Math.sqrt(variance));
    return normal(key, size).map((x) => x * stddev);
  },
  uniform(key, size, variance) {
    const limit = Math.fround(Math.sqrt(Math.fround(3 * variance)));
    return uniform(key, size, -1, 1).map((x) => x * limit);
  },
};

/**
 * Weights of this shape, flat in row-major order, whose variance is `scale` divided by a fan:
 * `jax.nn.initializers.variance_scaling`. Throws FanError where the shape has no fans.
 */
export function varianceScaling(
  key: PrngKey,
  shape: readonly number[],
  scale: number,
  mode: FanMode,
  distribution: Distribution,
  axes: FanAxes = {},
): Float32Array {
  const variance = Math.fround(scale / DIVISOR[mode](fansOf(shape, axes)));
  const size = shape.reduce((a, b) => a * b, 1);
  return DRAW[distribution](key, size, variance);
}
