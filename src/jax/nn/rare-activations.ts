import type { JaxArray } from "../array/array";
import { binaryOp, constLike, fullLike, select, unaryOp } from "../core/ops";
import { withOwnJvp } from "../core/with-own-jvp";
import { asArray, toArray, type ArrayLike } from "../numpy/as-array";
import { normalAxis } from "../numpy/axis";
import { iota } from "../numpy/creation";
import { einsum } from "../numpy/einsum";
import { where } from "../numpy/elementwise";
import { alias, define } from "../numpy/function-table";
import { promotedInexact } from "../numpy/promote";
import { split } from "../numpy/splitting";
import { hardSilu, softplus } from "./activations";
import { softmax } from "./softmax";
import { ValueError } from "../base/errors";

type Activation = (x: ArrayLike) => JaxArray;

function activation(name: string, run: (x: JaxArray) => JaxArray): Activation {
  return define("jax.nn", `${name}(@x)`, (x: ArrayLike) =>
    run(promotedInexact([asArray(x, name)])[0]),
  );
}

/** x · hardSigmoid(x), by its other name. */
export const hardSwish: Activation = alias("jax.nn", "hard_swish", hardSilu);
/** The value itself. */
export const identity: Activation = define("jax.nn", "identity(@x)", (x: ArrayLike) =>
  asArray(x, "identity"),
);
/** 0 up to −1, x from 1 on, and the parabola (x + 1)² / 4 between. */
export const sparsePlus: Activation = activation("sparse_plus", (x) =>
  where(x.lessEqual(-1), 0, where(x.greaterEqual(1), x, unaryOp("square", x.add(1)).div(4))),
);
/** (x + 1) / 2, limited to [0, 1]. */
export const sparseSigmoid: Activation = activation("sparse_sigmoid", (x) =>
  x.add(1).clip(0, 2).mul(0.5),
);
/** x · tanh(softplus(x)). */
export const mish: Activation = activation("mish", (x) => x.mul(unaryOp("tanh", softplus(x))));

/** (x + √(x² + b)) / 2. */
export const squareplus: (x: ArrayLike, b?: ArrayLike | { b?: ArrayLike }) => JaxArray = define(
  "jax.nn",
  "squareplus(@x, @b=4)",
  (x: ArrayLike, b: ArrayLike = 4) => {
    const [value] = promotedInexact([asArray(x, "squareplus")]);
    return value.add(unaryOp("sqrt", unaryOp("square", value).add(b))).div(2);
  },
);

/** One half of an axis times the sigmoid of the other half. */
export const glu: (x: ArrayLike, axis?: number | { axis?: number }) => JaxArray = define(
  "jax.nn",
  "glu(@x, axis=-1)",
  (x: ArrayLike, axis = -1) => {
    const value = asArray(x, "glu");
    const along = normalAxis(axis, value.shape.length);
    if (value.shape[along] % 2 !== 0) throw new ValueError("axis size must be divisible by 2");
    const [left, right] = split(value, 2, along);
    return left.mul(unaryOp("logistic", right));
  },
);

/** log(1 − exp(−x)) for x > 0, exact near 0 and far from it. */
export const log1mexp: Activation = activation("log1mexp", (x) =>
  withOwnJvp(
    "log1mexp",
    ([value]) => log1mexpOf(value),
    ([value], [t]) => t.div(unaryOp("expm1", value)),
  )([x]),
);
function log1mexpOf(x: JaxArray): JaxArray {
  const isSmall = binaryOp("lt", x, constLike(x, Math.LN2));
  const near = unaryOp("neg", select(isSmall, fullLike(x, 1), x));
  const far = unaryOp("neg", select(isSmall, x, fullLike(x, 1)));
  const small = unaryOp("log", unaryOp("neg", unaryOp("expm1", near)));
  return select(isSmall, unaryOp("log1p", unaryOp("neg", unaryOp("exp", far))), small);
}

interface AttentionOptions {
  bias?: ArrayLike | null;
  mask?: ArrayLike | null;
  scale?: number | null;
  isCausal?: boolean;
}
/**
 * Attention: softmax(query · keyᵀ · scale + bias) · value over sequences. Shapes ([batch,] length, heads, size);
 * where the mask is false, and with `isCausal` at later keys, a query does not look.
 */
export const dotProductAttention: (
  query: ArrayLike,
  key: ArrayLike,
  value: ArrayLike,
  options?: AttentionOptions,
) => JaxArray = define(
  "jax.nn",
  "dot_product_attention(@query, @key, @value, @bias=None, @mask=None, *, scale=None, is_causal=False, query_seq_lengths!=None, key_value_seq_lengths!=None, local_window_size!=None, implementation!=None, return_residual!=False)",
  (
    query: ArrayLike,
    key: ArrayLike,
    value: ArrayLike,
    bias?: ArrayLike | null,
    mask?: ArrayLike | null,
    scale?: number | null,
    isCausal = false,
  ) => {
    const [q, k, v] = [query, key, value].map((x) => asArray(x, "dot_product_attention"));
    const hasBatch = q.shape.length === 4;
    const batch = hasBatch ? "b" : "";
    const factor = scale ?? 1 / Math.sqrt(q.shape[q.shape.length - 1]);
    let scores = einsum(`${batch}qhd,${batch}khd->${batch}hqk`, q, k).mul(factor);
    if (toArray(bias) !== null) scores = scores.add(asArray(bias));
    const lowest = -0.7 * 3.4028234663852886e38;
    if (toArray(mask) !== null) scores = where(asArray(mask), scores, lowest);
    if (isCausal) {
      const [rows, columns] = [q.shape, k.shape].map((shape) => shape[shape.length - 3]);
      const order = iota([rows, columns], 0).greaterEqual(iota([rows, columns], 1));
      scores = where(order, scores, lowest);
    }
    return einsum(`${batch}hqk,${batch}khd->${batch}qhd`, softmax(scores), v);
  },
);
