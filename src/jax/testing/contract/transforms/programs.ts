import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";

/** The functions and numbers that golden/recorders/record_transforms.py defines under the same names. */
const { lax } = jax;

const fixed = <T>(make: () => T): (() => T) => make;
export const w = fixed(() => jnp.arange(3));
export const v = fixed(() => jnp.array([0.5, -1, 2]));
export const m = fixed(() =>
  jnp.array([
    [0.5, -0.25],
    [0.75, 0.1],
  ]),
);
export const xs = fixed(() =>
  jnp.array([
    [0.1, 0.2],
    [-0.3, 0.4],
    [0.5, -0.6],
    [0.7, 0.8],
  ]),
);

export type Params = { w: JaxArray };
export const P = fixed((): Params => ({ w: m() }));

export const grow = (c: JaxArray, x: JaxArray): [JaxArray, JaxArray] => [
  jnp.sin(c).mul(x).add(1),
  c.mul(x),
];
export const chain = (c: JaxArray): [JaxArray, JaxArray] => lax.scan(grow, c, w().add(1));
const cell = (p: Params, h: JaxArray, x: JaxArray): JaxArray => jnp.tanh(p.w.matmul(h).add(x));
export const rnn = (p: Params, s: JaxArray): [JaxArray, JaxArray] =>
  lax.scan((h: JaxArray, x): [JaxArray, JaxArray] => [cell(p, h, x), h.sum()], jnp.ones([2]), s);
export const rnnLoss = (p: Params, s: JaxArray): JaxArray => {
  const [last, sums] = rnn(p, s);
  return last.sum().add(sums.pow(2).sum());
};
export const double = (x: JaxArray): JaxArray =>
  lax.whileLoop(
    (c) => c.less(10),
    (c) => c.mul(2),
    x,
  );
export const bend = (x: JaxArray): JaxArray =>
  lax.cond(
    x.greater(0),
    (y) => y.mul(y),
    (y) => jnp.sin(y),
    x,
  );
export const pick = (i: JaxArray | number, x: JaxArray | number): JaxArray =>
  lax.switch(i, [(y) => y, (y) => y.mul(y), (y) => jnp.sin(y)], jnp.asarray(x));
export const power = (x: JaxArray): JaxArray => lax.foriLoop(0, 4, (_, c) => c.mul(x), 1);

export const steep = jax.customJvp(function steep(x: JaxArray): JaxArray {
  return jnp.sin(x);
});
steep.defjvp(([x]: [JaxArray], [t]: [JaxArray]) => [steep(x), t.mul(2).mul(x)]);

export const prod = jax.customJvp(function prod(x: JaxArray, y: JaxArray): JaxArray {
  return x.mul(y);
});
prod.defjvps((t: JaxArray, _: JaxArray, __: JaxArray, y: JaxArray) => t.mul(y).mul(3), null);

export const gate = jax.customVjp(function gate(x: JaxArray, y: JaxArray): JaxArray {
  return x.mul(y);
});
gate.defvjp(
  (x: JaxArray, y: JaxArray) => [x.mul(y), [x, y]],
  ([, y]: [JaxArray, JaxArray], ct: JaxArray) => [ct.mul(y).mul(10), null],
);

export const applied = jax.customVjp(
  function applied(f: (x: JaxArray) => JaxArray, x: JaxArray): JaxArray {
    return f(x);
  },
  { nondiffArgnums: [0] },
);
applied.defvjp(
  (f: (x: JaxArray) => JaxArray, x: JaxArray) => [f(x), x],
  (_: unknown, r: JaxArray, ct: JaxArray) => [ct.mul(r).mul(10)],
);
export const remat = jax.checkpoint((x: JaxArray) => jnp.sin(jnp.sin(x)));
/** A number as the weak float32 that Python's would be. */
export const num = (value: number): JaxArray => jnp.asarray(value);
export const int = (...values: number[]): JaxArray => jnp.array(values, { dtype: "int32" });
