import { fansOf } from "./fans";
import type { FanAxes, Fans } from "./fans";
import type { PrngKey } from "./key";
import { SAMPLERS, type Sampler } from "./sampler";

export type FanMode = "fan_in" | "fan_out" | "fan_avg" | "fan_geo_avg";
export type Distribution = "truncated_normal" | "normal" | "uniform";

/** The standard deviation of a standard normal cut off at -2 and 2. */
const TRUNCATED_STDDEV = 0.87962566103423978;

const DIVISOR: Record<FanMode, (fans: Fans) => number> = {
  fan_in: ({ fanIn }) => fanIn,
  fan_out: ({ fanOut }) => fanOut,
  fan_avg: ({ fanIn, fanOut }) => (fanIn + fanOut) / 2,
  fan_geo_avg: ({ fanIn, fanOut }) => Math.sqrt(fanIn * fanOut),
};

/** One draw of `size` values with the given variance, rounded as the sampler's type is. */
const DRAW: Record<
  Distribution,
  (key: PrngKey, size: number, variance: number, by: Sampler) => Float32Array
> = {
  truncated_normal(key, size, variance, by) {
    const stddev = by.round(by.round(Math.sqrt(variance)) / by.round(TRUNCATED_STDDEV));
    return by.truncatedNormal(key, size, -2, 2).map((x) => by.round(x * stddev));
  },
  normal(key, size, variance, by) {
    const stddev = by.round(Math.sqrt(variance));
    return by.normal(key, size).map((x) => by.round(x * stddev));
  },
  uniform(key, size, variance, by) {
    const limit = by.round(Math.sqrt(by.round(3 * variance)));
    return by.uniform(key, size, -1, 1).map((x) => by.round(x * limit));
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
  by: Sampler = SAMPLERS.float32,
): Float32Array {
  const variance = by.round(scale / DIVISOR[mode](fansOf(shape, axes)));
  const size = shape.reduce((a, b) => a * b, 1);
  return DRAW[distribution](key, size, variance, by);
}
