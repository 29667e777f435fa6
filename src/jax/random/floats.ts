/** Distributions without parameters; each draws float32 of the given shape. */
import { exponential as drawExponential } from "../../prng/exponential";
import { gumbel as drawGumbel } from "../../prng/gumbel";
import type { PrngKey } from "../../prng/key";
import { laplace as drawLaplace } from "../../prng/laplace";
import { logistic as drawLogistic } from "../../prng/logistic";
import { normal as drawNormal } from "../../prng/normal";
import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import type { DTypeLike } from "../numpy/dtype-argument";
import { define } from "../numpy/function-table";
import { SAMPLERS } from "../../prng/sampler";
import { checkAnyFloat, checkFloat, checkShape, draw } from "./draw";
import type { FloatDType, FloatOptions, Key, ShapeLike } from "./draw";

type Sampler = (
  key: Key,
  shape?: ShapeLike | FloatOptions,
  dtype?: DTypeLike | FloatOptions,
) => JaxArray;

type Values = (key: PrngKey, size: number) => Float32Array;

/** `half` draws 16-bit floats, where that is known how. */
function standard(
  name: string,
  values: Values,
  half: ((dtype: FloatDType) => Values) | null = null,
): Sampler {
  return define(
    "jax.random",
    `${name}(key, shape: shape=(), dtype=None, ${name === "gumbel" ? "mode!=None, " : ""}*, out_sharding!=None)`,
    (key: Key, shape: ShapeLike = [], dtype?: DTypeLike) => {
      const own = half === null ? checkFloat(name, dtype) : checkAnyFloat(name, dtype);
      const out = { shape: checkShape(shape), dtype: own };
      const chosen = half?.(own) ?? values;
      return draw(name, key, out, (words) => chosen(words, sizeOf(out.shape)));
    },
  );
}

/** Draws from the standard normal distribution, float32 of the given shape. */
export const normal: Sampler = standard("normal", drawNormal, (dtype) => SAMPLERS[dtype].normal);

/** Draws from the standard Gumbel distribution, float32 of the given shape. */
export const gumbel: Sampler = standard("gumbel", drawGumbel);

/** Draws from the exponential distribution of rate 1, float32 of the given shape. */
export const exponential: Sampler = standard("exponential", drawExponential);

/** Draws from the standard Laplace distribution, float32 of the given shape. */
export const laplace: Sampler = standard("laplace", drawLaplace);

/** Draws from the standard logistic distribution, float32 of the given shape. */
export const logistic: Sampler = standard("logistic", drawLogistic);
