import { jax, jnp } from "../api";
import { int, ints, type Table } from "./inputs";

/** Derivatives, batches and staging of reads and writes. */
export const indexTransforms: Table = {
  "jax.grad(lambda m: (m[jnp.array([0, 0, 2])] ** 2).sum())(x)": ({ x }) =>
    jax.grad((m: jax.Array) =>
      m
        .slice(ints(0, 0, 2))
        .pow(2)
        .sum(),
    )(x),
  "jax.grad(lambda m: (m[::2, ::-1] * x[:2]).sum())(x)": ({ x }) =>
    jax.grad((m: jax.Array) =>
      m
        .slice([null, null, 2], [null, null, -1])
        .mul(x.slice([null, 2]))
        .sum(),
    )(x),
  "jax.grad(lambda m: (m[jnp.array([0, 9]), 1] ** 2).sum())(x)": ({ x }) =>
    jax.grad((m: jax.Array) => m.slice(ints(0, 9), 1).pow(2).sum())(x),
  "jax.grad(lambda m: (m[x > 5.0] ** 2).sum())(x)": ({ x }) =>
    jax.grad((m: jax.Array) => m.slice(x.gt(5)).pow(2).sum())(x),
  "jax.grad(lambda m: m.at[jnp.array([1, 9])].get(mode='fill', fill_value=0.0).sum())(v)": ({
    v,
  }) => jax.grad((m: jax.Array) => m.at(ints(1, 9)).get({ mode: "fill", fillValue: 0 }).sum())(v),
  "jax.grad(lambda m: (m.at[1].set(3.0) ** 2).sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) => m.at(1).set(3).pow(2).sum())(v),
  "jax.grad(lambda m: (v.at[jnp.array([2, 2])].set(m) * v).sum())(v[:2])": ({ v }) =>
    jax.grad((m: jax.Array) => v.at(ints(2, 2)).set(m).mul(v).sum())(v.slice([null, 2])),
  "jax.grad(lambda m: (v.at[jnp.array([2, 9])].set(m) ** 2).sum())(v[:2])": ({ v }) =>
    jax.grad((m: jax.Array) => v.at(ints(2, 9)).set(m).pow(2).sum())(v.slice([null, 2])),
  "jax.grad(lambda m: (m.at[jnp.array([1, 1])].add(m[:2]) ** 2).sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) =>
      m
        .at(ints(1, 1))
        .add(m.slice([null, 2]))
        .pow(2)
        .sum(),
    )(v),
  "jax.grad(lambda m: (m.at[jnp.array([1, 1])].multiply(jnp.array([2.0, 3.0])) ** 2).sum())(v)": ({
    v,
  }) =>
    jax.grad((m: jax.Array) =>
      m
        .at(ints(1, 1))
        .multiply(jnp.array([2, 3]))
        .pow(2)
        .sum(),
    )(v),
  "jax.grad(lambda m: v.at[2].multiply(m).sum())(v[3])": ({ v }) =>
    jax.grad((m: jax.Array) => v.at(2).multiply(m).sum())(v.slice(3)),
  "jax.grad(lambda m: v.at[jnp.array([1, 1])].multiply(m).sum())(v[:2])": ({ v }) =>
    jax.grad((m: jax.Array) => v.at(ints(1, 1)).multiply(m).sum())(v.slice([null, 2])),
  "jax.grad(lambda m: v.at[jnp.array([2, 2])].max(m).sum())(jnp.array([2.0, 3.0]))": ({ v }) =>
    jax.grad((m: jax.Array) => v.at(ints(2, 2)).max(m).sum())(jnp.array([2, 3])),
  "jax.grad(lambda m: v.at[jnp.array([2, 2])].max(m).sum())(jnp.array([3.0, 3.0]))": ({ v }) =>
    jax.grad((m: jax.Array) => v.at(ints(2, 2)).max(m).sum())(jnp.array([3, 3])),
  "jax.grad(lambda m: v.at[jnp.array([2, 2])].max(m).sum())(jnp.array([2.0, 2.0]))": ({ v }) =>
    jax.grad((m: jax.Array) => v.at(ints(2, 2)).max(m).sum())(jnp.array([2, 2])),
  "jax.grad(lambda m: m.at[1].min(0.5).sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) => m.at(1).min(0.5).sum())(v),
  "jax.grad(lambda m: m.at[jnp.array([1, 2])].power(3.0).sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) => m.at(ints(1, 2)).power(3).sum())(v),
  "jax.grad(lambda m: m.at[1].divide(4.0).sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) => m.at(1).divide(4).sum())(v),
  "jax.grad(lambda m: (m.at[1:3, 0].subtract(m[0, :2]) ** 2).sum())(x)": ({ x }) =>
    jax.grad((m: jax.Array) =>
      m
        .at([1, 3], 0)
        .subtract(m.slice(0, [null, 2]))
        .pow(2)
        .sum(),
    )(x),
  "jax.vmap(lambda m, k: m[k])(x, jnp.array([0, 1, 2]))": ({ x }) =>
    jax.vmap((m: jax.Array, k: jax.Array) => m.slice(k))(x, ints(0, 1, 2)),
  "jax.vmap(lambda m, k: m[k])(x, jnp.array([0, -1, 9]))": ({ x }) =>
    jax.vmap((m: jax.Array, k: jax.Array) => m.slice(k))(x, ints(0, -1, 9)),
  "jax.vmap(lambda m, k: m.at[k].set(9.0))(x, jnp.array([0, 1, 9]))": ({ x }) =>
    jax.vmap((m: jax.Array, k: jax.Array) => m.at(k).set(9))(x, ints(0, 1, 9)),
  "jax.vmap(lambda k: v[k])(jnp.array([0, -1, 9]))": ({ v }) =>
    jax.vmap((k: jax.Array) => v.slice(k))(ints(0, -1, 9)),
  "jax.vmap(lambda m, k: m.at[k].get(mode='fill'))(x, jnp.array([0, -1, 9]))": ({ x }) =>
    jax.vmap((m: jax.Array, k: jax.Array) => m.at(k).get({ mode: "fill" }))(x, ints(0, -1, 9)),
  "jax.vmap(lambda m, k: m[k, 1:], in_axes=(None, 0))(x, jnp.array([0, -1]))": ({ x }) =>
    jax.vmap((m: jax.Array, k: jax.Array) => m.slice(k, [1, null]), { inAxes: [null, 0] })(
      x,
      ints(0, -1),
    ),
  "jax.vmap(lambda m, k: m.at[k, 1:3].add(1.0))(cube, jnp.array([0, 2]))": ({ cube }) =>
    jax.vmap((m: jax.Array, k: jax.Array) => m.at(k, [1, 3]).add(1))(cube, ints(0, 2)),
  "jax.vmap(lambda m: m[1:, jnp.array([0, 2])])(cube)": ({ cube }) =>
    jax.vmap((m: jax.Array) => m.slice([1, null], ints(0, 2)))(cube),
  "jax.vmap(lambda m: m.at[jnp.array([0, 0]), 1].add(1.0))(cube)": ({ cube }) =>
    jax.vmap((m: jax.Array) => m.at(ints(0, 0), 1).add(1))(cube),
  "jax.jit(lambda m, k: m[k])(v, jnp.array(10))": ({ v }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.slice(k))(v, int(10)),
  "jax.jit(lambda m, k: m.at[k].add(1.0))(v, jnp.array(-1))": ({ v }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.at(k).add(1))(v, int(-1)),
  "jax.jit(lambda m, k, n: m[k, n])(x, jnp.array([0, 1]), jnp.array(-1))": ({ x }) =>
    jax.jit((m: jax.Array, k: jax.Array, n: jax.Array) => m.slice(k, n))(x, ints(0, 1), int(-1)),
  "jax.jit(lambda m, k: m[1:, k])(x, jnp.array([[0, 1], [-1, 9]]))": ({ x }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.slice([1, null], k))(
      x,
      jnp.array(
        [
          [0, 1],
          [-1, 9],
        ],
        jnp.int32,
      ),
    ),
  "jax.jit(lambda m, k: m[k, :, jnp.array([0, 1])])(cube, jnp.array([0, 1]))": ({ cube }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.slice(k, [null, null], ints(0, 1)))(cube, ints(0, 1)),
  "jax.jit(lambda m, k: m.at[k, 1:3].set(0.0))(x, jnp.array([0, 5]))": ({ x }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.at(k, [1, 3]).set(0))(x, ints(0, 5)),
  "jax.jit(lambda m, k: m.at[k].set(0.0, mode='clip'))(x, jnp.array([0, 5]))": ({ x }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.at(k).set(0, { mode: "clip" }))(x, ints(0, 5)),
  "jax.jit(lambda m, k: m.at[:, k].get(mode='fill', fill_value=-1.0))(x, jnp.array([0, 5]))": ({
    x,
  }) =>
    jax.jit((m: jax.Array, k: jax.Array) =>
      m.at([null, null], k).get({ mode: "fill", fillValue: -1 }),
    )(x, ints(0, 5)),
  "jax.jit(jax.grad(lambda m, k: (m[k] ** 2).sum()))(x, jnp.array(1))": ({ x }) =>
    jax.jit(jax.grad((m: jax.Array, k: jax.Array) => m.slice(k).pow(2).sum()))(x, int(1)),
  "jax.jit(jax.grad(lambda m, k: (m.at[k, 1].set(m[0, 0]) ** 2).sum()))(x, jnp.array([1, 2]))": ({
    x,
  }) =>
    jax.jit(jax.grad((m: jax.Array, k: jax.Array) => m.at(k, 1).set(m.slice(0, 0)).pow(2).sum()))(
      x,
      ints(1, 2),
    ),
  "jax.vmap(jax.grad(lambda m, k: (m[k] ** 2).sum()))(x, jnp.array([0, 1, 2]))": ({ x }) =>
    jax.vmap(jax.grad((m: jax.Array, k: jax.Array) => m.slice(k).pow(2).sum()))(x, ints(0, 1, 2)),
  "jax.jit(lambda m, k: m[k:])(v, jnp.array(1))": ({ v }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.slice([k, null]))(v, int(1)),
  "jax.jit(lambda m, k: m[k])(v, v > 1.0)": ({ v }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.slice(k))(v, v.gt(1)),
  "jax.jit(lambda m, k: m.at[k].set(0.0))(v, v > 1.0)": ({ v }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.at(k).set(0))(v, v.gt(1)),
  "jax.jit(lambda m, k: m[k])(v, jnp.array(1.0))": ({ v }) =>
    jax.jit((m: jax.Array, k: jax.Array) => m.slice(k))(v, jnp.array(1)),
  "jax.grad(lambda m: m[10])(v)": ({ v }) => jax.grad((m: jax.Array) => m.slice(10))(v),
  "jax.grad(lambda m: m[jnp.array([10])].sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) => m.slice(ints(10)).sum())(v),
  "jax.grad(lambda m: m.at[jnp.array([10])].get(mode='clip').sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) => m.at(ints(10)).get({ mode: "clip" }).sum())(v),
  "jax.jit(jax.grad(lambda m, k: m[k, 1:].sum()))(x, jnp.array(5))": ({ x }) =>
    jax.jit(jax.grad((m: jax.Array, k: jax.Array) => m.slice(k, [1, null]).sum()))(x, int(5)),
  "jax.grad(lambda m: jnp.take(m, jnp.array([10]), mode='clip').sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) => jnp.take(m, ints(10), { mode: "clip" }).sum())(v),
};
