import { jax, jnp } from "./api";
import type { Differentiable } from "./differentiable-function";
import { DIFFERENTIABLE_LINALG } from "./differentiable-linalg";
import { columns, gelu, logSumExp, matmul, mean, rows, sigmoid, sum, variance } from "./float64";

type Numbers = readonly number[];

const relu = (x: number): number => Math.max(x, 0);
const plus = (values: Numbers, row: Numbers): number[] =>
  values.map((value, i) => value + row[i % row.length]);

/** Functions that together use every differentiable operation of the facade. */
export const DIFFERENTIABLE: readonly Differentiable[] = [
  {
    name: "a tanh layer",
    shapes: [[3, 4], [4, 2], [2]],
    facade: (x, w, b) => jnp.sum(jnp.tanh(x.matmul(w).add(b))),
    exact: (x, w, b) => sum(plus(matmul(x, w, [3, 4, 2]), b).map(Math.tanh)),
  },
  {
    name: "the mean squared error of a ReLU network",
    shapes: [[3], [3, 4], [4], [4, 2], [2]],
    facade: (x, w, b, v, y) => jnp.mean(jax.nn.relu(x.matmul(w).add(b)).matmul(v).sub(y).pow(2)),
    exact: (x, w, b, v, y) => {
      const hidden = plus(matmul(x, w, [1, 3, 4]), b).map(relu);
      return mean(matmul(hidden, v, [1, 4, 2]).map((out, i) => (out - y[i]) ** 2));
    },
  },
  {
    name: "softmax cross entropy",
    shapes: [[3, 4]],
    facade: (x) => {
      const labels = jax.nn.oneHot(jnp.array([0, 3, 1], { dtype: "int32" }), 4);
      return jnp.sum(jax.nn.logSoftmax(x).mul(labels)).neg();
    },
    exact: (x) => sum(rows(x, 4).map((row, i) => logSumExp(row) - row[[0, 3, 1][i]])),
  },
  {
    name: "softmax weights",
    shapes: [
      [3, 4],
      [3, 4],
    ],
    facade: (x, y) => jnp.sum(jax.nn.softmax(x, { axis: 0 }).mul(y)),
    exact: (x, y) =>
      sum(
        columns(x, 4).map((column, j) =>
          sum(column.map((value, i) => Math.exp(value - logSumExp(column)) * y[i * 4 + j])),
        ),
      ),
  },
  {
    name: "log of a sum of exponentials",
    shapes: [[3, 4]],
    facade: (x) => jnp.sum(jnp.log(jnp.sum(jnp.exp(x), { axis: 1 }))),
    exact: (x) => sum(rows(x, 4).map(logSumExp)),
  },
  {
    name: "variance and standard deviation",
    shapes: [[3, 4]],
    facade: (x) => jnp.sum(jnp.var(x, { axis: 0 })).add(jnp.sum(jnp.std(x, { axis: 1 }))),
    exact: (x) =>
      sum(columns(x, 4).map(variance)) + sum(rows(x, 4).map((row) => Math.sqrt(variance(row)))),
  },
  {
    name: "products",
    shapes: [[3, 4]],
    facade: (x) => jnp.sum(jnp.prod(x, { axis: 1 })).add(jnp.prod(x)),
    exact: (x) => {
      const product = (values: Numbers): number => values.reduce((a, b) => a * b, 1);
      return sum(rows(x, 4).map(product)) + product(x);
    },
  },
  {
    name: "division with broadcasting",
    shapes: [[3, 4], [4]],
    facade: (x, y) => jnp.sum(x.div(y.mul(y).add(1.5))),
    exact: (x, y) => sum(x.map((value, i) => value / (y[i % 4] ** 2 + 1.5))),
  },
  {
    name: "powers",
    shapes: [[3, 4]],
    facade: (x) => jnp.sum(jnp.square(x).add(0.5).pow(0.7).add(x.pow(3))),
    exact: (x) => sum(x.map((value) => (value * value + 0.5) ** 0.7 + value ** 3)),
  },
  {
    name: "a power of a power",
    shapes: [[4], [4]],
    range: [0.5, 1.5],
    facade: (x, y) => jnp.sum(x.pow(y)),
    exact: (x, y) => sum(x.map((value, i) => value ** y[i])),
  },
  {
    name: "sin, cos and abs",
    shapes: [[3, 4]],
    facade: (x) => jnp.sum(jnp.sin(x).mul(jnp.cos(x)).add(jnp.abs(x))),
    exact: (x) => sum(x.map((value) => Math.sin(value) * Math.cos(value) + Math.abs(value))),
  },
  {
    name: "where, maximum, minimum and clip",
    shapes: [
      [3, 4],
      [3, 4],
    ],
    facade: (x, y) => {
      const chosen = jnp.where(jnp.greater(x, y), x.mul(2), y.neg());
      const bounded = jnp.maximum(x, y).mul(jnp.minimum(x, 0.3));
      return jnp.sum(chosen.add(bounded).add(jnp.clip(y, -0.5, 0.5)));
    },
    exact: (x, y) =>
      sum(
        x.map((a, i) => {
          const b = y[i];
          const bounded = Math.max(a, b) * Math.min(a, 0.3);
          return (a > b ? 2 * a : -b) + bounded + Math.min(Math.max(b, -0.5), 0.5);
        }),
      ),
  },
  {
    name: "activations",
    shapes: [[3, 4]],
    facade: (x) => {
      const { gelu: geluOf, silu, softplus, sigmoid: sigmoidOf } = jax.nn;
      return jnp.sum(geluOf(x).add(silu(x)).add(softplus(x)).add(sigmoidOf(x)));
    },
    exact: (x) =>
      sum(x.map((v) => gelu(v) + v * sigmoid(v) + Math.log(1 + Math.exp(v)) + sigmoid(v))),
  },
  {
    name: "log, log1p and sqrt",
    shapes: [[3, 4]],
    range: [0.2, 2],
    facade: (x) => jnp.sum(jnp.log(x).add(jnp.log1p(x)).mul(jnp.sqrt(x))),
    exact: (x) => sum(x.map((v) => (Math.log(v) + Math.log1p(v)) * Math.sqrt(v))),
  },
  {
    name: "largest and smallest",
    shapes: [[3, 4]],
    facade: (x) => jnp.sum(jnp.max(x, { axis: 1 })).mul(jnp.min(x)),
    exact: (x) => sum(rows(x, 4).map((row) => Math.max(...row))) * Math.min(...x),
  },
  {
    name: "reshaping, joining and transposing",
    shapes: [
      [3, 4],
      [2, 4],
    ],
    facade: (x, y) => {
      const tall = jnp.concatenate([x, y], { axis: 0 });
      const pair = jnp.stack([tall.T.reshape([20]), jnp.arange(20).mul(0.1)]);
      return jnp.sum(jnp.prod(pair, { axis: 0 }).pow(2));
    },
    exact: (x, y) =>
      sum(
        columns([...x, ...y], 4)
          .flat()
          .map((value, i) => (value * i * 0.1) ** 2),
      ),
  },
  {
    name: "dot and outer",
    shapes: [[4], [4]],
    facade: (x, y) => jnp.dot(x, y).mul(jnp.sum(jnp.tanh(jnp.outer(x, y)))),
    exact: (x, y) =>
      sum(x.map((a, i) => a * y[i])) * sum(x.flatMap((a) => y.map((b) => Math.tanh(a * b)))),
  },
  {
    name: "vectors on both sides of a matrix",
    shapes: [[3], [3, 4], [4]],
    facade: (u, m, v) => u.matmul(m).matmul(v),
    exact: (u, m, v) => sum(matmul(u, m, [1, 3, 4]).map((value, i) => value * v[i])),
  },
  {
    name: "written elements",
    shapes: [[3, 4], [4]],
    facade: (x, y) => {
      const written = x.at(1).set(y).at(0, 2).add(y.at(3).get());
      return jnp.sum(written.mul(written).mul(jnp.arange(12).reshape([3, 4])));
    },
    exact: (x, y) => {
      const written = [...x];
      y.forEach((value, i) => (written[4 + i] = value));
      written[2] += y[3];
      return sum(written.map((value, i) => value * value * i));
    },
  },
  ...DIFFERENTIABLE_LINALG,
];
