import type { PerElement } from "../../prng/float32";
import type { PrngKey } from "../../prng/key";
import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import type { Shape } from "../array/aval";
import { convert, unaryOp } from "../core/ops";
import { bind } from "../core/trace";
import type { HostData } from "../array/host-data";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import type { DTypeLike } from "../numpy/dtype-argument";
import { maximum, minimum } from "../numpy/elementwise";
import { define } from "../numpy/function-table";
import { commonShape } from "../numpy/promote";
import { broadcastTo } from "../numpy/shaping";
import { SAMPLERS } from "../../prng/sampler";
import { checkAnyFloat, checkShape, draw } from "./draw";
import type { FloatDType, FloatOptions, Key, ShapeLike } from "./draw";

export type UniformOptions = FloatOptions & {
  /** Lower bound, included: a number or an array that broadcasts to the shape. */
  readonly minval?: ArrayLike;
  /** Upper bound, not included. */
  readonly maxval?: ArrayLike;
};

/**
 * Draws from the uniform distribution over [minval, maxval), float32 of the given shape.
 *
 * ```ts
 * jax.random.uniform(key, [2, 3], { minval: -1, maxval: 1 })
 * ```
 */
export const uniform: (
  key: Key,
  shape?: ShapeLike | UniformOptions,
  options?: DTypeLike | UniformOptions,
) => JaxArray = define(
  "jax.random",
  "uniform(key, shape: shape=(), dtype=None, ~minval=0.0, ~maxval=1.0, *, out_sharding!=None)",
  (
    key: Key,
    shape: ShapeLike = [],
    dtype?: DTypeLike,
    minval: ArrayLike = 0,
    maxval: ArrayLike = 1,
  ) => {
    const out = { shape: checkShape(shape), dtype: checkAnyFloat("uniform", dtype) };
    const size = sizeOf(out.shape);
    const by = SAMPLERS[out.dtype];
    if (typeof minval === "number" && typeof maxval === "number") {
      return draw("uniform", key, out, (words) => by.uniform(words, size, minval, maxval));
    }
    const bounds = [asArray(minval, "uniform", 3), asArray(maxval, "uniform", 4)];
    if (bounds.every((bound) => bound.main === null)) {
      return draw("uniform", key, out, between(by.uniform, size), spread(bounds, out.shape));
    }
    // Traced bounds may be differentiated or mapped over, so they stay operations; these round twice.
    const [low, high] = bounds.map((bound) => convert(bound, out.dtype));
    const unit = draw("uniform", key, out, (words) => by.uniform(words, size));
    return maximum(low, unit.mul(high.sub(low)).add(low));
  },
);

/**
 * Draws from the standard normal distribution cut off outside (lower, upper), float32.
 * Bounds are numbers, or arrays that broadcast to the shape.
 */
export const truncatedNormal: (
  key: Key,
  lower: ArrayLike,
  upper: ArrayLike,
  shape?: ShapeLike | FloatOptions,
  options?: DTypeLike | FloatOptions,
) => JaxArray = define(
  "jax.random",
  "truncated_normal(key, ~lower, ~upper, shape: shape=None, dtype=None, *, out_sharding!=None)",
  (key: Key, lower: ArrayLike, upper: ArrayLike, shape?: ShapeLike | null, dtype?: DTypeLike) => {
    const name = "truncated_normal";
    const bounds = [asArray(lower, name, 1), asArray(upper, name, 2)];
    const out = {
      shape: checkShape(shape ?? commonShape(bounds.map((bound) => bound.shape))),
      dtype: checkAnyFloat(name, dtype),
    };
    const size = sizeOf(out.shape);
    const by = SAMPLERS[out.dtype];
    if (typeof lower === "number" && typeof upper === "number") {
      return draw(name, key, out, (words) => by.truncatedNormal(words, size, lower, upper));
    }
    if (bounds.some((bound) => bound.main !== null)) return cutOff(key, bounds, out);
    return draw(name, key, out, between(by.truncatedNormal, size), spread(bounds, out.shape));
  },
);

/** {@link truncatedNormal} between traced bounds, through which derivatives pass. */
function cutOff(
  key: Key,
  bounds: readonly JaxArray[],
  { shape, dtype }: { readonly shape: Shape; readonly dtype: FloatDType },
): JaxArray {
  const [low, high] = bounds.map((bound) => convert(bound, dtype));
  const scaled = (bound: JaxArray): JaxArray => unaryOp("erf", bound.div(Math.SQRT2));
  const drawn = uniform(key, shape, { dtype, minval: scaled(low), maxval: scaled(high) });
  const values = unaryOp("erf_inv", drawn).mul(Math.SQRT2);
  const [least, most] = [low, high].map((bound) => bind("stop_gradient", [bound], {}));
  return minimum(most, maximum(least, values));
}

/** Bounds as float32 in the shape of the draw, to be read when it is made. */
function spread(bounds: readonly JaxArray[], shape: Shape): JaxArray[] {
  return bounds.map((bound) => broadcastTo(convert(bound, "float32"), shape));
}

/** A draw whose bounds are its operands. */
function between(
  values: (key: PrngKey, size: number, low: PerElement, high: PerElement) => Float32Array,
  size: number,
): (words: PrngKey, bounds: readonly HostData[]) => Float32Array {
  return (words, [low, high]) =>
    values(words, size, Float32Array.from(low), Float32Array.from(high));
}
