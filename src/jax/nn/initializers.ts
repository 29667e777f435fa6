/** `jax.nn.initializers`: functions that make the first weights of a layer. */
import type { FanAxes } from "../../prng/fans";
import * as exact from "../../prng/initializers";
import type { PrngKey } from "../../prng/key";
import { SAMPLERS, type Sampler } from "../../prng/sampler";
import { varianceScaling as drawScaled } from "../../prng/variance-scaling";
import type { Distribution, FanMode } from "../../prng/variance-scaling";
import type { JaxArray } from "../array/array";
import type { Shape } from "../array/aval";
import { canonicalDType } from "../base/dtype";
import { ValueError } from "../base/errors";
import { full } from "../numpy/creation";
import { checkAnyFloat, checkShape, draw } from "../random/draw";
import { checkOptions } from "../base/check-options";
import { named } from "../base/named";
import type { Initializer } from "./initializer";

export type { Initializer };

export type InitializerOptions = FanAxes & {
  /** The element type where the call names none; float32 by default. */
  readonly dtype?: string;
};

type Draw = (key: PrngKey, shape: Shape, axes: FanAxes, by: Sampler) => Float32Array;

const AXES = ["inAxis", "outAxis", "batchAxis", "dtype"];

/** An initialiser around an exact draw. */
function drawn(name: string, values: Draw, options: InitializerOptions = {}): Initializer {
  checkOptions(name, options, AXES);
  return named("init", (key, shape, dtype = options.dtype ?? "float32") => {
    const out = { shape: checkShape(shape), dtype: checkAnyFloat(name, dtype) };
    const by = SAMPLERS[out.dtype];
    return draw(name, key, out, (words) => values(words, out.shape, options, by));
  });
}

/** Cut-off normal weights of variance 1 / fan_in: the default kernel of Dense and Linear. */
export function lecunNormal(options?: InitializerOptions): Initializer {
  return drawn("lecun_normal", exact.lecunNormal, options);
}

/** Uniform weights of variance 1 / fan_in. */
export function lecunUniform(options?: InitializerOptions): Initializer {
  return drawn("lecun_uniform", exact.lecunUniform, options);
}

/** Cut-off normal weights of variance 2 / (fan_in + fan_out). */
export function glorotNormal(options?: InitializerOptions): Initializer {
  return drawn("glorot_normal", exact.glorotNormal, options);
}

/** Uniform weights of variance 2 / (fan_in + fan_out). */
export function glorotUniform(options?: InitializerOptions): Initializer {
  return drawn("glorot_uniform", exact.glorotUniform, options);
}

/** Cut-off normal weights of variance 2 / fan_in, for layers before a ReLU. */
export function heNormal(options?: InitializerOptions): Initializer {
  return drawn("he_normal", exact.heNormal, options);
}

/** Uniform weights of variance 2 / fan_in, for layers before a ReLU. */
export function heUniform(options?: InitializerOptions): Initializer {
  return drawn("he_uniform", exact.heUniform, options);
}

export {
  glorotNormal as xavierNormal,
  glorotUniform as xavierUniform,
  heNormal as kaimingNormal,
  heUniform as kaimingUniform,
};

const MODES: readonly string[] = ["fan_in", "fan_out", "fan_avg", "fan_geo_avg"];
const DISTRIBUTIONS: readonly string[] = ["truncated_normal", "normal", "uniform"];

/** Weights of variance scale / fan: the general form of the initialisers above. */
export function varianceScaling(
  scale: number,
  mode: FanMode,
  distribution: Distribution,
  options?: InitializerOptions,
): Initializer {
  if (!MODES.includes(mode)) {
    throw new ValueError(`invalid mode for variance scaling initializer: ${mode}`);
  }
  if (!DISTRIBUTIONS.includes(distribution)) {
    throw new ValueError(`invalid distribution for variance scaling initializer: ${distribution}`);
  }
  return drawn(
    "variance_scaling",
    (key, shape, axes, by) => drawScaled(key, shape, scale, mode, distribution, axes, by),
    options,
  );
}

/** Normal weights of the given standard deviation. */
export function normal(stddev = 1e-2, dtype?: string): Initializer {
  return drawn("normal", (key, shape, _, by) => exact.scaledNormal(key, shape, stddev, by), {
    dtype,
  });
}

/** Uniform weights in [0, scale). */
export function uniform(scale = 1e-2, dtype?: string): Initializer {
  return drawn("uniform", (key, shape, _, by) => exact.scaledUniform(key, shape, scale, by), {
    dtype,
  });
}

/** Normal weights cut off at `lower` and `upper` standard deviations, not corrected for the cut. */
export function truncatedNormal(stddev = 1e-2, dtype?: string, lower = -2, upper = 2): Initializer {
  return drawn(
    "truncated_normal",
    (key, shape, _, by) => exact.scaledTruncatedNormal(key, shape, stddev, lower, upper, by),
    { dtype },
  );
}

export { deltaOrthogonal, orthogonal } from "./orthogonal";

/** Weights that all are `value`. */
export function constant(value: number, dtype = "float32"): Initializer {
  return named("init", (_key, shape, ownDType = dtype) => {
    return full(checkShape(shape), value, { dtype: canonicalDType(ownDType) });
  });
}

/** All zeros; itself an initialiser. The key is not looked at. */
export function zeros(_key: unknown, shape: readonly number[], dtype = "float32"): JaxArray {
  return full(checkShape(shape), 0, { dtype: canonicalDType(dtype) });
}

/** All ones; itself an initialiser. The key is not looked at. */
export function ones(_key: unknown, shape: readonly number[], dtype = "float32"): JaxArray {
  return full(checkShape(shape), 1, { dtype: canonicalDType(dtype) });
}

named("zeros", zeros);
named("ones", ones);
