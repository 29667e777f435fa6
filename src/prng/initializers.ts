/**
 * The named initialisers of `jax.nn.initializers`, each giving weights of a shape, flat in row-major order; float32 unless another
 * type draws them.
 * Formulas: LeCun 1998, Glorot and Bengio 2010, He et al. 2015.
 */
import type { FanAxes } from "./fans";
import type { PrngKey } from "./key";
import { SAMPLERS, type Sampler } from "./sampler";
import { varianceScaling } from "./variance-scaling";

type Shape = readonly number[];

/** Cut-off normal weights of variance 1 / fan_in: the default kernel of Dense and Linear. */
export function lecunNormal(
  key: PrngKey,
  shape: Shape,
  axes?: FanAxes,
  by?: Sampler,
): Float32Array {
  return varianceScaling(key, shape, 1, "fan_in", "truncated_normal", axes, by);
}

/** Uniform weights of variance 1 / fan_in. */
export function lecunUniform(
  key: PrngKey,
  shape: Shape,
  axes?: FanAxes,
  by?: Sampler,
): Float32Array {
  return varianceScaling(key, shape, 1, "fan_in", "uniform", axes, by);
}

/** Cut-off normal weights of variance 2 / (fan_in + fan_out). */
export function glorotNormal(
  key: PrngKey,
  shape: Shape,
  axes?: FanAxes,
  by?: Sampler,
): Float32Array {
  return varianceScaling(key, shape, 1, "fan_avg", "truncated_normal", axes, by);
}

/** Uniform weights of variance 2 / (fan_in + fan_out). */
export function glorotUniform(
  key: PrngKey,
  shape: Shape,
  axes?: FanAxes,
  by?: Sampler,
): Float32Array {
  return varianceScaling(key, shape, 1, "fan_avg", "uniform", axes, by);
}

/** Cut-off normal weights of variance 2 / fan_in. */
export function heNormal(key: PrngKey, shape: Shape, axes?: FanAxes, by?: Sampler): Float32Array {
  return varianceScaling(key, shape, 2, "fan_in", "truncated_normal", axes, by);
}

/** Uniform weights of variance 2 / fan_in. */
export function heUniform(key: PrngKey, shape: Shape, axes?: FanAxes, by?: Sampler): Float32Array {
  return varianceScaling(key, shape, 2, "fan_in", "uniform", axes, by);
}

function scaled(values: Float32Array, factor: number, by: Sampler): Float32Array {
  const rounded = by.round(factor);
  return values.map((x) => by.round(x * rounded));
}

function sizeOf(shape: Shape): number {
  return shape.reduce((a, b) => a * b, 1);
}

/** Normal weights of the given standard deviation: `initializers.normal`. */
export function scaledNormal(
  key: PrngKey,
  shape: Shape,
  stddev = 1e-2,
  by = SAMPLERS.float32,
): Float32Array {
  return scaled(by.normal(key, sizeOf(shape)), stddev, by);
}

/** Uniform weights in [0, scale): `initializers.uniform`. */
export function scaledUniform(
  key: PrngKey,
  shape: Shape,
  scale = 1e-2,
  by = SAMPLERS.float32,
): Float32Array {
  return scaled(by.uniform(key, sizeOf(shape)), scale, by);
}

/**
 * Normal weights cut off at `lower` and `upper` standard deviations: `initializers.truncated_normal`.
 * The cut makes them narrower than `stddev`; JAX does not correct for it here.
 */
export function scaledTruncatedNormal(
  key: PrngKey,
  shape: Shape,
  stddev = 1e-2,
  lower = -2,
  upper = 2,
  by = SAMPLERS.float32,
): Float32Array {
  return scaled(by.truncatedNormal(key, sizeOf(shape), lower, upper), stddev, by);
}
