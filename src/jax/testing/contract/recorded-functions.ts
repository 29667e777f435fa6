import type { JaxArray } from "../../array/array";
import { jax, jnp } from "./api";

type One = (x: JaxArray) => JaxArray;
type Two = (a: JaxArray, b: JaxArray) => JaxArray;

/** Functions of one array, by the name the recorder gives them. */
export const ONE: Readonly<Record<string, One>> = {
  exp: (x) => jnp.exp(x),
  log1p: (x) => jnp.log1p(x),
  tanh: (x) => jnp.tanh(x),
  sin: (x) => jnp.sin(x),
  cos: (x) => jnp.cos(x),
  abs: (x) => jnp.abs(x),
  sqrt: (x) => jnp.sqrt(x),
  square: (x) => jnp.square(x),
  sign: (x) => jnp.sign(x),
  floor: (x) => jnp.floor(x),
  ceil: (x) => jnp.ceil(x),
  negative: (x) => jnp.negative(x),
  reciprocal: (x) => jnp.reciprocal(x),
  expm1: (x) => jnp.expm1(x),
  isnan: (x) => jnp.isnan(x),
  isfinite: (x) => jnp.isfinite(x),
  "nn.relu": (x) => jax.nn.relu(x),
  "nn.sigmoid": (x) => jax.nn.sigmoid(x),
  "nn.tanh": (x) => jax.nn.tanh(x),
  "nn.softplus": (x) => jax.nn.softplus(x),
  "nn.silu": (x) => jax.nn.silu(x),
  "nn.gelu": (x) => jax.nn.gelu(x),
  "nn.elu": (x) => jax.nn.elu(x),
  "nn.leaky_relu": (x) => jax.nn.leakyRelu(x),
  "nn.softmax": (x) => jax.nn.softmax(x),
  "nn.log_softmax": (x) => jax.nn.logSoftmax(x),
  "nn.relu6": (x) => jax.nn.relu6(x),
  "nn.hard_tanh": (x) => jax.nn.hardTanh(x),
};

/** Reductions and scans along an axis; null means the whole array. */
export const ALONG: Readonly<Record<string, (x: JaxArray, axis: number | null) => JaxArray>> = {
  sum: (x, axis) => jnp.sum(x, { axis }),
  mean: (x, axis) => jnp.mean(x, { axis }),
  max: (x, axis) => jnp.max(x, { axis }),
  min: (x, axis) => jnp.min(x, { axis }),
  prod: (x, axis) => jnp.prod(x, { axis }),
  var: (x, axis) => jnp.var(x, { axis }),
  std: (x, axis) => jnp.std(x, { axis }),
  argmax: (x, axis) => jnp.argmax(x, { axis }),
  argmin: (x, axis) => jnp.argmin(x, { axis }),
  cumsum: (x, axis) => jnp.cumsum(x, { axis }),
};

/** Functions of two arrays; those with a "broadcast" result are also called on (3, 4) and (4,). */
export const TWO: Readonly<Record<string, Two>> = {
  add: (a, b) => jnp.add(a, b),
  subtract: (a, b) => jnp.subtract(a, b),
  multiply: (a, b) => jnp.multiply(a, b),
  divide: (a, b) => jnp.divide(a, b),
  maximum: (a, b) => jnp.maximum(a, b),
  minimum: (a, b) => jnp.minimum(a, b),
  arctan2: (a, b) => jnp.arctan2(a, b),
  greater: (a, b) => jnp.greater(a, b),
  less_equal: (a, b) => jnp.lessEqual(a, b),
  equal: (a, b) => jnp.equal(a, b),
  logaddexp: (a, b) => jnp.logaddexp(a, b),
  matmul: (a, b) => jnp.matmul(a, b),
  dot: (a, b) => jnp.dot(a, b),
  outer: (a, b) => jnp.outer(a, b),
  "einsum ij,jk->ik": (a, b) => jnp.einsum("ij,jk->ik", a, b),
  "where(a>0,a,b)": (a, b) => jnp.where(jnp.greater(a, 0), a, b),
  "concatenate axis1": (a, b) => jnp.concatenate([a, b], { axis: 1 }),
};

/** Everything else on one array. */
export const SHAPED: Readonly<Record<string, One>> = {
  "linalg.norm": (a) => jnp.linalg.norm(a),
  transpose: (a) => a.T,
  "reshape -1": (a) => a.reshape([-1]),
  "a[1]": (a) => a.at(1).get(),
  "a[:, 1:3]": (a) => a.at("...", [1, 3]).get(),
  "a[-1, ::-1]": (a) => a.at(-1, [null, null, -1]).get(),
  "a[jnp.array([2,0])]": (a) => a.at(jnp.array([2, 0], { dtype: "int32" })).get(),
  "a.at[1].set(0.)": (a) => a.at(1).set(0),
  "a.at[0, 2].add(5.)": (a) => a.at(0, 2).add(5),
};

/** Scalar functions whose gradient at ties and kinks is recorded. */
export const TIES: Readonly<Record<string, One>> = {
  max: (x) => jnp.max(x),
  "max axis=1": (x) => jnp.sum(jnp.max(x, { axis: 1 })),
  "min axis=0": (x) => jnp.sum(jnp.min(x, { axis: 0 })),
  abs: (x) => jnp.sum(jnp.abs(x)),
  relu: (x) => jnp.sum(jax.nn.relu(x)),
  "maximum(x, 0)": (x) => jnp.sum(jnp.maximum(x, 0)),
  "minimum(x, 2)": (x) => jnp.sum(jnp.minimum(x, 2)),
  sign: (x) => jnp.sum(jnp.sign(x)),
  relu6: (x) => jnp.sum(jax.nn.relu6(x.mul(3))),
  leaky_relu: (x) => jnp.sum(jax.nn.leakyRelu(x)),
  elu: (x) => jnp.sum(jax.nn.elu(x)),
  "clip(x, 0, 2)": (x) => jnp.sum(jnp.clip(x, 0, 2)),
  "where(x > 0, x, 0)": (x) => jnp.sum(jnp.where(jnp.greater(x, 0), x, 0)),
  "sqrt(x + 1)": (x) => jnp.sum(jnp.sqrt(x.add(1))),
  "norm of 0": (x) => jnp.linalg.norm(x.mul(0)),
  "x ** 2": (x) => jnp.sum(x.pow(2)),
  "x ** 0.5 of x + 2": (x) => jnp.sum(x.add(2).pow(0.5)),
};
