import { categorical as drawClasses } from "../../prng/categorical";
import { choice as drawPositions } from "../../prng/choice";
import { NOISE } from "../../prng/noise";
import { permutation as drawOrder } from "../../prng/permutation";
import type { JaxArray } from "../array/array";
import { sizeOf, tupleText } from "../array/aval";
import { isFloating } from "../base/dtype";
import { convert } from "../core/ops";
import { JaxTypeError, NotImplementedError, ValueError } from "../base/errors";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { normalAxis } from "../numpy/axis";
import { define } from "../numpy/function-table";
import { take } from "../numpy/taking";
import { checkShape, draw } from "./draw";
import type { FloatDType, Key, ShapeLike } from "./draw";

function axisLength(array: JaxArray, axis: number): number {
  const length = array.shape.at(axis);
  if (length !== undefined) return length;
  throw new ValueError(
    `axis ${axis} is out of bounds for array of dimension ${array.shape.length}`,
  );
}

export type PermutationOptions = {
  /** The axis that is shuffled; the others stay together. */
  readonly axis?: number;
};

/** A random order: of 0 … x - 1 (int32) if x is a number, else of the slices of x along an axis. */
export const permutation: (
  key: Key,
  x: ArrayLike,
  options?: number | PermutationOptions,
) => JaxArray = define(
  "jax.random",
  "permutation(key, ~x, axis=0, independent=False, *, out_sharding!=None)",
  (key: Key, x: ArrayLike, axis = 0, independent = false) => {
    if (independent) {
      throw new NotImplementedError(
        "permutation with independent=True is not available here; use jax.vmap over split keys.",
      );
    }
    if (typeof x === "number" && Number.isInteger(x)) return order(key, x);
    const array = asArray(x, "permutation", 1);
    if (array.shape.length === 0) {
      throw new JaxTypeError("x must be an integer or at least 1-dimensional");
    }
    return take(array, order(key, axisLength(array, axis)), axis);
  },
);

function order(key: Key, length: number): JaxArray {
  const out = { shape: checkShape(length), dtype: "int32" } as const;
  return draw("permutation", key, out, (words) => drawOrder(words, length));
}

export type ChoiceOptions = {
  readonly shape?: ShapeLike;
  /** Whether one entry may be taken more than once (the default). */
  readonly replace?: boolean;
  /** The weight of each entry; without it all are equally likely. */
  readonly p?: ArrayLike | null;
  /** The axis of `a` along which entries lie. */
  readonly axis?: number;
};

/**
 * Random entries of `a` along an axis, or of 0 … a - 1 if `a` is a number.
 * The result has `shape` in the place of that axis.
 */
export const choice: (
  key: Key,
  a: ArrayLike,
  shape?: ShapeLike | ChoiceOptions,
  options?: ChoiceOptions,
) => JaxArray = define(
  "jax.random",
  "choice(key, ~a, shape: shape=(), replace=True, ~p=None, axis=0, mode!=None)",
  (
    key: Key,
    a: ArrayLike,
    shape: ShapeLike = [],
    replace = true,
    p: ArrayLike | null = null,
    axis = 0,
  ) => {
    const source = typeof a === "number" ? null : asArray(a, "choice", 1);
    const count = source === null ? Number(a) : axisLength(source, axis);
    const weights = p === null ? null : floating(asArray(p, "choice", 4));
    const size = sizeOf(checkShape(shape));
    checkChoice(count, size, replace, weights);
    const positions = drawChoice(key, count, checkShape(shape), replace, weights);
    return source === null ? positions : take(source, positions, axis);
  },
);

/** Weights in a type of their own that is floating; whole numbers become float32. */
function floating(x: JaxArray): JaxArray {
  return isFloating(x.dtype) ? x : convert(x, "float32");
}

function drawChoice(
  key: Key,
  count: number,
  shape: readonly number[],
  replace: boolean,
  weights: JaxArray | null,
): JaxArray {
  return draw(
    "choice",
    key,
    { shape, dtype: "int32" },
    (words, [p]) =>
      drawPositions(words, count, sizeOf(shape), {
        replace,
        p: p === undefined ? undefined : Float32Array.from(p),
        noise: weights === null ? undefined : NOISE[weights.dtype as FloatDType],
      }),
    weights === null ? [] : [weights],
  );
}

function checkChoice(
  count: number,
  size: number,
  replace: boolean,
  weights: JaxArray | null,
): void {
  if (count < 1 && size > 0) {
    throw new ValueError("a must be greater than 0 unless no samples are taken");
  }
  if (!replace && size > count) {
    throw new ValueError(
      `Cannot take a larger sample (size ${size}) than population (size ${count}) when 'replace=False'`,
    );
  }
  if (weights !== null && (weights.shape.length !== 1 || weights.shape[0] !== count)) {
    throw new ValueError(
      `p must be None or a 1D vector with the same size as a.shape[axis]. p has shape ${tupleText(weights.shape)} and a.shape[axis] is ${count}.`,
    );
  }
}

export type CategoricalOptions = {
  /** The axis of `logits` that runs over the classes; the last by default. */
  readonly axis?: number;
  /** The shape of the result; it ends in the shape of `logits` without the class axis, which is the default. */
  readonly shape?: ShapeLike | null;
};

/** Class numbers (int32) drawn with probabilities softmax(logits). */
export const categorical: (
  key: Key,
  logits: ArrayLike,
  axis?: number | CategoricalOptions,
  shape?: ShapeLike | null | CategoricalOptions,
) => JaxArray = define(
  "jax.random",
  "categorical(key, @logits, axis=-1, shape: shape=None, replace!=True, mode!=None, *, out_sharding!=None)",
  (key: Key, logits: ArrayLike, axis = -1, shape?: ShapeLike | null) => {
    const given = floating(asArray(logits, "categorical", 1));
    const noise = NOISE[given.dtype as FloatDType];
    const classes = axisLength(given, axis);
    const at = normalAxis(axis, given.shape.length);
    const batch = given.shape.filter((_, i) => i !== at);
    const inner = sizeOf(given.shape.slice(at + 1));
    const result = shape === null || shape === undefined ? batch : checkShape(shape);
    const lead = result.slice(0, Math.max(0, result.length - batch.length));
    if (tupleText(result) !== tupleText([...lead, ...batch])) {
      throw new NotImplementedError(
        `categorical's shape must end in ${tupleText(batch)}, the shape of logits without the class axis, got ${tupleText(result)}.`,
      );
    }
    return draw(
      "categorical",
      key,
      { shape: result, dtype: "int32" },
      (words, [values]) =>
        drawClasses(words, Float32Array.from(values), classes, sizeOf(lead), inner, noise),
      [given],
    );
  },
);
