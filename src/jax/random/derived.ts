/** Distributions made of uniform, exponential and normal draws, with JAX's bits and formulas. */
import type { JaxArray } from "../array/array";
import { tupleText, type Shape } from "../array/aval";
import { ValueError } from "../base/errors";
import { convert } from "../core/ops";
import { cholesky } from "../linalg/factorizations";
import { norm } from "../linalg/norms";
import { asArray, type ArrayLike } from "../numpy/as-array";
import type { DTypeLike } from "../numpy/dtype-argument";
import { exp, log, log1p, power, sqrt, tan } from "../numpy/elementwise";
import { define } from "../numpy/function-table";
import { matmul } from "../numpy/products";
import { commonShape } from "../numpy/promote";
import { expandDims, squeeze } from "../numpy/shaping";
import { uniform } from "./bounded";
import {
  checkAnyFloat,
  checkFloat,
  checkShape,
  type FloatOptions,
  type Key,
  type ShapeLike,
} from "./draw";
import { exponential, normal } from "./floats";

/** The step from 1 to the next number of each type. */
const EPS = { float32: 2 ** -23, float16: 2 ** -10, bfloat16: 2 ** -7 } as const;

/** The shape that was asked for, or the one that the parameters have together. */
function shapeFor(name: string, shape: ShapeLike | null | undefined, ...own: Shape[]): Shape {
  const common = commonShape(own);
  if (shape === null || shape === undefined) return common;
  const asked = checkShape(shape);
  if (commonShape([asked, common]).join() === asked.join()) return asked;
  throw new ValueError(
    `${name} parameter shapes must be broadcast-compatible with shape argument, and the result of broadcasting the shapes must equal the shape argument, but got ${tupleText(common)} for shape argument ${tupleText(asked)}`,
  );
}

/** Draws from the Cauchy distribution, float32 of the given shape. */
export const cauchy: (key: Key, shape?: ShapeLike | FloatOptions) => JaxArray = define(
  "jax.random",
  "cauchy(key, shape: shape=(), dtype=None, *, out_sharding!=None)",
  (key: Key, shape: ShapeLike = [], dtype?: DTypeLike) => {
    const type = checkAnyFloat("cauchy", dtype);
    const drawn = uniform(key, shape, { dtype: type, minval: EPS[type], maxval: 1 });
    return tan(drawn.sub(0.5).mul(Math.PI));
  },
);

/** Draws from the Maxwell distribution: lengths of normal vectors of three components. */
export const maxwell: (key: Key, shape?: ShapeLike | FloatOptions) => JaxArray = define(
  "jax.random",
  "maxwell(key, shape: shape=(), dtype=None, *, out_sharding!=None)",
  (key: Key, shape: ShapeLike = [], dtype?: DTypeLike) => {
    checkFloat("maxwell", dtype);
    return norm(normal(key, [...checkShape(shape), 3]), { axis: -1 });
  },
);

interface ShapeOptions {
  shape?: ShapeLike | null;
}

/** Draws whose logarithms are normal with deviation `sigma`. */
export const lognormal: (
  key: Key,
  sigma?: ArrayLike,
  shape?: ShapeLike | null | ShapeOptions,
) => JaxArray = define(
  "jax.random",
  "lognormal(key, ~sigma=np.float32(1.0), shape: shape=None, dtype=None, *, out_sharding!=None)",
  (key: Key, sigma: ArrayLike = 1, shape?: ShapeLike | null, dtype?: DTypeLike) => {
    const type = checkAnyFloat("lognormal", dtype);
    const deviation = convert(asArray(sigma, "lognormal", 1), type);
    const drawn = normal(key, shapeFor("lognormal", shape, deviation.shape), type);
    return exp(drawn.mul(deviation));
  },
);

/** Draws from the Pareto distribution with exponent `b`. */
export const pareto: (key: Key, b: ArrayLike, shape?: ShapeLike | null | ShapeOptions) => JaxArray =
  define(
    "jax.random",
    "pareto(key, ~b, shape: shape=None, dtype=None, *, out_sharding!=None)",
    (key: Key, b: ArrayLike, shape?: ShapeLike | null, dtype?: DTypeLike) => {
      const type = checkAnyFloat("pareto", dtype);
      const exponent = convert(asArray(b, "pareto", 1), type);
      const drawn = exponential(key, shapeFor("pareto", shape, exponent.shape), type);
      return exp(drawn.div(exponent));
    },
  );

/** Draws from the Rayleigh distribution: lengths of plane normal vectors of that deviation. */
export const rayleigh: (
  key: Key,
  scale: ArrayLike,
  shape?: ShapeLike | null | ShapeOptions,
) => JaxArray = define(
  "jax.random",
  "rayleigh(key, ~scale, shape: shape=None, dtype=None, *, out_sharding!=None)",
  (key: Key, scale: ArrayLike, shape?: ShapeLike | null, dtype?: DTypeLike) => {
    const type = checkAnyFloat("rayleigh", dtype);
    const deviation = convert(asArray(scale, "rayleigh", 1), type);
    const u = uniform(key, shapeFor("rayleigh", shape, deviation.shape), { dtype: type });
    return sqrt(log(u).mul(-2)).mul(deviation);
  },
);

/** Draws from the Weibull distribution (of minima). */
export const weibullMin: (
  key: Key,
  scale: ArrayLike,
  concentration: ArrayLike,
  shape?: ShapeLike | FloatOptions,
) => JaxArray = define(
  "jax.random",
  "weibull_min(key, ~scale, ~concentration, shape: shape=(), dtype=None)",
  (
    key: Key,
    scale: ArrayLike,
    concentration: ArrayLike,
    shape: ShapeLike = [],
    dtype?: DTypeLike,
  ) => {
    const u = uniform(key, shape, { dtype: checkAnyFloat("weibull_min", dtype) });
    const exponent = asArray(1).div(asArray(concentration, "weibull_min", 2));
    return power(log1p(u.neg()).neg(), exponent).mul(asArray(scale, "weibull_min", 1));
  },
);

/**
 * Draws of normal vectors with a mean (…, n) and a covariance matrix (…, n, n); the shape is that of the
 * leading axes.
 */
export const multivariateNormal: (
  key: Key,
  mean: ArrayLike,
  cov: ArrayLike,
  shape?: ShapeLike | null | ShapeOptions,
) => JaxArray = define(
  "jax.random",
  "multivariate_normal(key, ~mean, ~cov, shape: shape=None, dtype=None, method!='cholesky', *, out_sharding!=None)",
  (key: Key, mean: ArrayLike, cov: ArrayLike, shape?: ShapeLike | null, dtype?: DTypeLike) => {
    checkFloat("multivariate_normal", dtype);
    const [centre, spread] = [
      asArray(mean, "multivariate_normal", 1),
      asArray(cov, "multivariate_normal", 2),
    ];
    const n = centre.shape[centre.shape.length - 1];
    if (centre.shape.length < 1)
      throw new ValueError(
        `multivariate_normal requires mean.ndim >= 1, got mean.ndim == ${centre.shape.length}`,
      );
    if (spread.shape.length < 2 || spread.shape.slice(-2).some((each) => each !== n))
      throw new ValueError(
        `multivariate_normal requires cov.shape == (..., n, n) for n=${n}, but got cov.shape == ${tupleText(spread.shape)}.`,
      );
    const batch = shapeFor(
      "multivariate_normal",
      shape,
      centre.shape.slice(0, -1),
      spread.shape.slice(0, -2),
    );
    const draws = normal(key, [...batch, n]);
    return squeeze(matmul(cholesky(spread), expandDims(draws, -1)), -1).add(centre);
  },
);
