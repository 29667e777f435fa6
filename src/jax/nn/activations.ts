import type { JaxArray } from "../array/array";
import { isWrittenToBeRead, namedStep } from "../core/named-step";
import { CustomJvp, type FlatFunction } from "../core/operation";
import { binaryOp, constLike, convert, fullLike, select, unaryOp } from "../core/ops";
import { bindCall } from "../core/trace";
import { promoteToInexact } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { asArray, toArray, type ArrayLike } from "../numpy/as-array";
import { withOwnJvp } from "../core/with-own-jvp";
import { logaddexp, logicalAnd, maximum, minimum, where } from "../numpy/elementwise";
import { define } from "../numpy/function-table";
import { pythonTypeName } from "../tree/python-type-name";

type Activation = (x: ArrayLike) => JaxArray;
type AlphaActivation = (x: ArrayLike, alpha?: number | { alpha?: number }) => JaxArray;

function floating(x: ArrayLike, name: string): JaxArray {
  const value = asArray(x, name);
  const { dtype, weak } = promoteToInexact(value);
  return convert(value, dtype, weak);
}

/** `told` is the function that JAX names where an argument is no array. */
function activation(name: string, run: (x: JaxArray) => JaxArray, told = name): Activation {
  return define("jax.nn", `${name}(@x)`, (x: ArrayLike) => run(floating(x, told)));
}

/** x · sigmoid(x); integers have none, as in JAX. */
function timesSigmoid(name: string): Activation {
  return define("jax.nn", `${name}(@x)`, (x: ArrayLike) => {
    return namedStep("silu", [asArray(x, name)], ([value]) => [
      value.mul(unaryOp("logistic", value)),
    ])[0];
  });
}

/** max(x, 0); its derivative at 0 is 0. */
export const relu: Activation = define("jax.nn", "relu(@x)", (x: ArrayLike) => {
  if (toArray(x) === null)
    throw new JaxTypeError(
      `Error interpreting argument to custom_jvp_call as a JAX value. The problematic value is of type <class '${pythonTypeName(x)}'> and was passed to custom_jvp_call at position 0.\n`,
    );
  const value = asArray(x, "relu");
  return isWrittenToBeRead() ? readRelu(value) : unaryOp("relu", value);
});

/** relu as JAX lists it: a function with a derivative of its own around a staged maximum. */
function readRelu(x: JaxArray): JaxArray {
  const run: FlatFunction = (args) => namedStep("relu", args, ([a]) => [maximum(a, 0)]);
  const call = new CustomJvp(
    "relu",
    run,
    ([a], [t]) => ({ outs: run([a]), tangents: [select(a.greater(0), fullLike(t, 0), t)] }),
    "jvp",
  );
  return bindCall(call, [x])[0];
}
/** 1 / (1 + exp(−x)). */
export const sigmoid: Activation = define("jax.nn", "sigmoid(@x)", (x: ArrayLike) =>
  unaryOp("logistic", asArray(x, "sigmoid")),
);
/** Hyperbolic tangent. */
export const tanh: Activation = define("jax.nn", "tanh(@x, /)", (x: ArrayLike) =>
  unaryOp("tanh", floating(x, "tanh")),
);
/** log(1 + exp(x)). */
export const softplus: Activation = activation(
  "softplus",
  (x) => logaddexp(x, constLike(x, 0)),
  "logaddexp",
);
/** x · sigmoid(x). */
export const silu: Activation = timesSigmoid("silu");
/** x · sigmoid(x), by its other name. */
export const swish: Activation = timesSigmoid("swish");
/** log(sigmoid(x)). */
export const logSigmoid: Activation = activation("log_sigmoid", (x) => softplus(x.neg()).neg());
/** x / (|x| + 1). */
export const softSign: Activation = activation("soft_sign", (x) => x.div(x.abs().add(1)));
/** min(max(x, 0), 6); its derivative is 0 at both limits. */
export const relu6: Activation = activation("relu6", (x) => relu6Of([x]), "maximum");
const relu6Of = withOwnJvp(
  "relu6",
  ([x]) => minimum(maximum(x, 0), 6),
  ([x], [t]) => select(logicalAnd(x.greater(0), x.less(6)), fullLike(t, 0), t),
);
/** x limited to [−1, 1]; its derivative is 1 at the limits. */
export const hardTanh: Activation = activation("hard_tanh", (x) =>
  where(x.greater(1), 1, where(x.less(-1), -1, x)),
);
/** relu6(x + 3) / 6. */
export const hardSigmoid: Activation = activation("hard_sigmoid", (x) => relu6(x.add(3)).div(6));
/** x · hardSigmoid(x). */
export const hardSilu: Activation = activation("hard_silu", (x) => x.mul(hardSigmoid(x)));

/** x where x > 0, else alpha · (exp(x) − 1). */
export const elu: AlphaActivation = define(
  "jax.nn",
  "elu(@x, alpha=1.0)",
  (x: ArrayLike, alpha = 1) => eluOf(floating(x, "elu"), alpha),
);
function eluOf(given: JaxArray, alpha: number): JaxArray {
  const run: FlatFunction = ([x]) => {
    const positive = x.greater(0);
    const grown = unaryOp("expm1", where(x.greater(0), 0, x));
    return [where(positive, x, binaryOp("mul", constLike(grown, alpha), grown))];
  };
  return namedStep("elu", [given], run, String(alpha))[0];
}
/** The continuously differentiable ELU: max(x, 0) + alpha · min(0, exp(x / alpha) − 1). */
export const celu: AlphaActivation = define(
  "jax.nn",
  "celu(@x, alpha=1.0)",
  (x: ArrayLike, alpha = 1) => {
    const value = floating(x, "maximum");
    return maximum(value, 0).add(eluOf(minimum(value, 0).div(alpha), 1).mul(alpha));
  },
);
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;
/** The self-normalising ELU. */
export const selu: Activation = activation(
  "selu",
  (x) => eluOf(x, SELU_ALPHA).mul(SELU_SCALE),
  "elu",
);

/** x where x ≥ 0, else a small multiple of x. */
export const leakyRelu: (
  x: ArrayLike,
  negativeSlope?: number | { negativeSlope?: number },
) => JaxArray = define(
  "jax.nn",
  "leaky_relu(@x, negative_slope=0.01)",
  (x: ArrayLike, negativeSlope = 0.01) => {
    const value = floating(x, "leaky_relu");
    return select(value.greaterEqual(0), value.mul(negativeSlope), value);
  },
);

/** √(2/π), the scale inside the tanh form of GELU. */
const GELU_SCALE = Math.sqrt(2 / Math.PI);
/**
 * x · Φ(x), with the standard normal's distribution function; by default its tanh form
 * x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³))).
 */
export const gelu: (x: ArrayLike, approximate?: boolean | { approximate?: boolean }) => JaxArray =
  define("jax.nn", "gelu(@x, approximate=True)", (x: ArrayLike, approximate = true) => {
    const given = floating(x, "gelu");
    const value = convert(given, given.dtype);
    if (!approximate) return value.mul(0.5).mul(unaryOp("erfc", value.neg().mul(Math.SQRT1_2)));
    const times = (factor: number, x: JaxArray): JaxArray =>
      binaryOp("mul", constLike(x, factor), x);
    const cubic = value.add(times(0.044715, value.pow(3)));
    const tanhs = unaryOp("tanh", times(GELU_SCALE, cubic));
    const cdf = times(0.5, binaryOp("add", constLike(tanhs, 1), tanhs));
    return binaryOp("mul", value, cdf);
  });
