import { jax, jnp } from "../api";
import { ints, type Table } from "./inputs";

/** take and its kin. */
export const taking: Table = {
  "jnp.take(v, jnp.array([0, 10, -1, -10]))": ({ v }) => jnp.take(v, ints(0, 10, -1, -10)),
  "jnp.take(i, jnp.array([0, 10, -1, -10]))": ({ i }) => jnp.take(i, ints(0, 10, -1, -10)),
  "jnp.take(v, jnp.array([0, 10]), mode='clip')": ({ v }) =>
    jnp.take(v, ints(0, 10), { mode: "clip" }),
  "jnp.take(v, jnp.array([0, 12, -7]), mode='wrap')": ({ v }) =>
    jnp.take(v, ints(0, 12, -7), { mode: "wrap" }),
  "jnp.take(v, jnp.array([0.0, 1.0]))": ({ v }) => jnp.take(v, jnp.array([0, 1])),
  "jnp.take(x, jnp.array([1, 0]), axis=1)": ({ x }) => jnp.take(x, ints(1, 0), { axis: 1 }),
  "jnp.take(x, jnp.array([[1, 5]]), axis=0)": ({ x }) =>
    jnp.take(x, jnp.array([[1, 5]], jnp.int32), { axis: 0 }),
  "jnp.take(x, jnp.array([1, 5]), axis=0, fill_value=3.0)": ({ x }) =>
    jnp.take(x, ints(1, 5), { axis: 0, fillValue: 3 }),
  "jnp.take(x, jnp.array([7, 0]))": ({ x }) => jnp.take(x, ints(7, 0)),
  "jnp.take(x, jnp.array([1]), axis=3)": ({ x }) => jnp.take(x, ints(1), { axis: 3 }),
  "jnp.take(v, jnp.array([1]), mode='foo')": ({ v }) =>
    jnp.take(v, ints(1), { mode: "foo" as never }),
  "jnp.take(v, jnp.array([1]), mode='raise')": ({ v }) =>
    jnp.take(v, ints(1), { mode: "raise" as never }),
  "jnp.take([1.0, 2.0], jnp.array([1]))": () => jnp.take([1, 2] as never, ints(1)),
  "jnp.take_along_axis(x, jnp.array([[0], [1], [-1]]), 1)": ({ x }) =>
    jnp.takeAlongAxis(x, jnp.array([[0], [1], [-1]], jnp.int32), 1),
  "jnp.take_along_axis(x, jnp.array([[0], [1], [9]]), 1)": ({ x }) =>
    jnp.takeAlongAxis(x, jnp.array([[0], [1], [9]], jnp.int32), 1),
  "jnp.take_along_axis(x, jnp.array([[0], [1], [9]]), 1, mode='clip')": ({ x }) =>
    jnp.takeAlongAxis(x, jnp.array([[0], [1], [9]], jnp.int32), 1, { mode: "clip" }),
  "jnp.take_along_axis(x, jnp.array([[0, 2, 1, 0]]), 0)": ({ x }) =>
    jnp.takeAlongAxis(x, jnp.array([[0, 2, 1, 0]], jnp.int32), 0),
  "jnp.take_along_axis(x, jnp.array([0, 1]), None)": ({ x }) =>
    jnp.takeAlongAxis(x, ints(0, 1), null),
  "jnp.take_along_axis(x, jnp.array([0, 1]), 0)": ({ x }) => jnp.takeAlongAxis(x, ints(0, 1), 0),
  "jnp.take_along_axis(x, jnp.array([[0.0]]), 0)": ({ x }) =>
    jnp.takeAlongAxis(x, jnp.array([[0]]), 0),
  "jnp.take_along_axis(x, jnp.array([[0]]), 5)": ({ x }) =>
    jnp.takeAlongAxis(x, jnp.array([[0]], jnp.int32), 5),
  "jnp.put_along_axis(x, jnp.array([[0], [1], [2]]), 9.0, 1, inplace=False)": ({ x }) =>
    jnp.putAlongAxis(x, jnp.array([[0], [1], [2]], jnp.int32), 9, 1, { inplace: false }),
  "jnp.put_along_axis(x, jnp.array([[0], [1], [2]]), 9.0, 1)": ({ x }) =>
    jnp.putAlongAxis(x, jnp.array([[0], [1], [2]], jnp.int32), 9, 1),
  "jax.grad(lambda m: (jnp.take(m, jnp.array([1, 1, 3])) ** 2).sum())(v)": ({ v }) =>
    jax.grad((m: jax.Array) =>
      jnp
        .take(m, ints(1, 1, 3))
        .pow(2)
        .sum(),
    )(v),
  "jax.grad(lambda m: (jnp.take_along_axis(m, jnp.array([[0], [1], [3]]), 1) ** 2).sum())(x)": ({
    x,
  }) =>
    jax.grad((m: jax.Array) =>
      jnp
        .takeAlongAxis(m, jnp.array([[0], [1], [3]], jnp.int32), 1)
        .pow(2)
        .sum(),
    )(x),
  "jax.vmap(lambda m, k: jnp.take(m, k))(x, jnp.array([[0, 1], [2, 3], [-1, 9]]))": ({ x }) =>
    jax.vmap((m: jax.Array, k: jax.Array) => jnp.take(m, k))(
      x,
      jnp.array(
        [
          [0, 1],
          [2, 3],
          [-1, 9],
        ],
        jnp.int32,
      ),
    ),
  "jax.jit(lambda m, k: jnp.take_along_axis(m, k, axis=0))(x, jnp.array([[0, 2, 1, -1]]))": ({
    x,
  }) =>
    jax.jit((m: jax.Array, k: jax.Array) => jnp.takeAlongAxis(m, k, { axis: 0 }))(
      x,
      jnp.array([[0, 2, 1, -1]], jnp.int32),
    ),
};
