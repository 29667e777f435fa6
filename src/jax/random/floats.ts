/** Distributions without parameters; each draws floats of the given shape and type. */
import { exponential as drawExponential } from "../../prng/exponential";
import { gumbel as drawGumbel } from "../../prng/gumbel";
import { HALF_DRAWS, type HalfDraws } from "../../prng/half-draws";
import type { PrngKey } from "../../prng/key";
import { laplace as drawLaplace } from "../../prng/laplace";
import { logistic as drawLogistic } from "../../prng/logistic";
import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import type { DTypeLike } from "../numpy/dtype-argument";
import { define } from "../numpy/function-table";
import { SAMPLERS } from "../../prng/sampler";
import { checkAnyFloat, checkShape, draw } from "./draw";
import type { FloatDType, FloatOptions, Key, ShapeLike } from "./draw";

type Sampler = (
  key: Key,
  shape?: ShapeLike | FloatOptions,
  dtype?: DTypeLike | FloatOptions,
) => JaxArray;

type Values = (key: PrngKey, size: number) => Float32Array;

/** `valuesOf` gives the draws of each type: those of 16 bits are made of other bits than float32's. */
function standard(name: string, valuesOf: (dtype: FloatDType) => Values): Sampler {
  return define(
    "jax.random",
    `${name}(key, shape: shape=(), dtype=None, ${name === "gumbel" ? "mode!=None, " : ""}*, out_sharding!=None)`,
    (key: Key, shape: ShapeLike = [], dtype?: DTypeLike) => {
      const out = { shape: checkShape(shape), dtype: checkAnyFloat(name, dtype) };
      const values = valuesOf(out.dtype);
      return draw(name, key, out, (words) => values(words, sizeOf(out.shape)));
    },
  );
}

function either(name: keyof HalfDraws, single: Values): (dtype: FloatDType) => Values {
  return (dtype) => (dtype === "float32" ? single : HALF_DRAWS[dtype][name]);
}

/** Draws from the standard normal distribution, floats of the given shape. */
export const normal: Sampler = standard("normal", (dtype) => SAMPLERS[dtype].normal);

/** Draws from the standard Gumbel distribution, floats of the given shape. */
export const gumbel: Sampler = standard("gumbel", either("gumbel", drawGumbel));

/** Draws from the exponential distribution of rate 1, floats of the given shape. */
export const exponential: Sampler = standard("exponential", either("exponential", drawExponential));

/** Draws from the standard Laplace distribution, floats of the given shape. */
export const laplace: Sampler = standard("laplace", either("laplace", drawLaplace));

/** Draws from the standard logistic distribution, floats of the given shape. */
export const logistic: Sampler = standard("logistic", either("logistic", drawLogistic));
