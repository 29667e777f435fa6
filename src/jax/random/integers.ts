import { rademacher as drawSigns } from "../../prng/bernoulli";
import { bits as drawBits } from "../../prng/bits";
import { randint as drawSigned, randintUnsigned } from "../../prng/randint";
import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { isFloating } from "../base/dtype";
import { JaxTypeError, NotImplementedError, OverflowError } from "../base/errors";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { itemOf } from "../numpy/concrete-value";
import { dtypeOf } from "../numpy/dtype-argument";
import type { DTypeLike } from "../numpy/dtype-argument";
import { convert } from "../core/ops";
import { less } from "../numpy/elementwise";
import { define } from "../numpy/function-table";
import { uniform } from "./bounded";
import { checkShape, draw } from "./draw";
import type { Key, ShapeLike } from "./draw";

type ShapeOption = { readonly shape?: ShapeLike };
type Words = (key: Key, shape?: ShapeLike | ShapeOption) => JaxArray;

/** Random 32-bit words, uint32 of the given shape. */
export const bits: Words = define(
  "jax.random",
  "bits(key, shape: shape=(), dtype!=None, *, out_sharding!=None)",
  (key: Key, shape: ShapeLike = []) => {
    const out = { shape: checkShape(shape), dtype: "uint32" } as const;
    return draw("bits", key, out, (words) => drawBits(words, sizeOf(out.shape)));
  },
);

/** -1 or 1 with equal chance, int32 of the given shape unless another type is named. */
export const rademacher: (
  key: Key,
  shape?: ShapeLike | (ShapeOption & { readonly dtype?: DTypeLike | null }),
  dtype?: DTypeLike | null,
) => JaxArray = define(
  "jax.random",
  "rademacher(key, shape: shape=(), dtype=None, *, out_sharding!=None)",
  (key: Key, shape: ShapeLike = [], dtype?: DTypeLike | null) => {
    const out = { shape: checkShape(shape), dtype: "int32" } as const;
    const signs = draw("rademacher", key, out, (words) => drawSigns(words, sizeOf(out.shape)));
    return convert(signs, dtypeOf(dtype, "int32"));
  },
);

export type RandintOptions = ShapeOption & {
  /** The smallest value. */
  readonly minval?: ArrayLike;
  /** One more than the largest value. */
  readonly maxval?: ArrayLike;
  /** "int32" (the default) or "uint32". */
  readonly dtype?: DTypeLike | null;
};

/**
 * Whole numbers drawn evenly from [minval, maxval), int32 of the given shape.
 *
 * ```ts
 * jax.random.randint(key, [5], 0, 10)
 * ```
 */
export const randint: (
  key: Key,
  shape: ShapeLike | RandintOptions,
  minval?: ArrayLike | RandintOptions,
  maxval?: ArrayLike | RandintOptions,
  options?: DTypeLike | RandintOptions,
) => JaxArray = define(
  "jax.random",
  "randint(key, shape: shape, ~minval, ~maxval, dtype=None, *, out_sharding!=None)",
  (key: Key, shape: ShapeLike, minval: ArrayLike, maxval: ArrayLike, dtype?: DTypeLike) => {
    const type = dtypeOf(dtype, "int32");
    if (type !== "int32" && type !== "uint32") {
      throw new JaxTypeError(`randint only accepts integer dtypes, got ${type}`);
    }
    const [low, high] = [bound("minval", minval), bound("maxval", maxval)];
    const out = { shape: checkShape(shape), dtype: type };
    const values = type === "int32" ? drawSigned : randintUnsigned;
    return draw("randint", key, out, (words) => values(words, sizeOf(out.shape), low, high));
  },
);

/** A bound as a whole number; JAX lets it be an array, here it is one number. */
function bound(name: string, value: ArrayLike): number {
  const array = asArray(value, "randint");
  if (array.shape.length > 0) {
    throw new NotImplementedError(
      `randint takes one number as ${name} here; arrays of bounds are not available. Use jax.vmap.`,
    );
  }
  // A number is read before it becomes float32, which would round it.
  const whole = Math.trunc(typeof value === "number" ? value : itemOf(array));
  if (whole >= -(2 ** 31) && whole < 2 ** 31) return whole;
  throw new OverflowError(
    `An overflow was encountered while parsing an argument to a jitted computation, whose argument path is ${name}. Got <class 'int'> with value ${whole}`,
  );
}

/** True with probability p, else false: bool of the given shape, or of p's shape. */
export const bernoulli: (
  key: Key,
  p?: ArrayLike | { readonly p?: ArrayLike; readonly shape?: ShapeLike },
  shape?: ShapeLike | ShapeOption,
) => JaxArray = define(
  "jax.random",
  "bernoulli(key, @p=0.5, shape: shape=None, mode!='low', *, out_sharding!=None)",
  (key: Key, p: ArrayLike = 0.5, shape?: ShapeLike | null) => {
    const chance = asArray(p, "bernoulli", 1);
    if (!isFloating(chance.dtype)) {
      throw new JaxTypeError(
        `bernoulli probability \`p\` must have a floating dtype, got ${chance.dtype}.`,
      );
    }
    return less(uniform(key, shape ?? chance.shape, { dtype: chance.dtype }), chance);
  },
);
