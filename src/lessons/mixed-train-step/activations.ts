/** A function of one number and its derivative, in float64. */
export type Activation = { value(z: number): number; slope(z: number): number };

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const normalDensity = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const normalShare = (z: number) => (1 + erf(z / Math.SQRT2)) / 2;
const GELU_SCALE = Math.sqrt(2 / Math.PI);
const geluInner = (z: number) => Math.tanh(GELU_SCALE * (z + 0.044715 * z ** 3));
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

/** The activations of `jax.nn` with their default settings; `gelu` is the tanh form, as in JAX. */
export const ACTIVATIONS = {
  identity: { value: (z) => z, slope: () => 1 },
  /** The slope at 0 is 0, as in JAX. */
  relu: { value: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0) },
  tanh: { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: { value: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)) },
  gelu: {
    value: (z) => 0.5 * z * (1 + geluInner(z)),
    slope: (z) =>
      0.5 * (1 + geluInner(z)) +
      0.5 * z * (1 - geluInner(z) ** 2) * GELU_SCALE * (1 + 3 * 0.044715 * z * z),
  },
  geluExact: {
    value: (z) => z * normalShare(z),
    slope: (z) => normalShare(z) + z * normalDensity(z),
  },
  silu: {
    value: (z) => z * sigmoid(z),
    slope: (z) => sigmoid(z) * (1 + z * (1 - sigmoid(z))),
  },
  softplus: { value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), slope: sigmoid },
  elu: { value: (z) => (z > 0 ? z : Math.expm1(z)), slope: (z) => (z > 0 ? 1 : Math.exp(z)) },
  leakyRelu: { value: (z) => (z > 0 ? z : 0.01 * z), slope: (z) => (z > 0 ? 1 : 0.01) },
  selu: {
    value: (z) => SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z)),
    slope: (z) => SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * Math.exp(z)),
  },
} as const satisfies Record<string, Activation>;

export type ActivationName = keyof typeof ACTIVATIONS;

/** The error function in float64: the series e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)), all terms of one sign. */
export function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
