import { jax, jnp, nnx } from "../api";
import { whole, type Array, type MistakeTable } from "./table";

const { lax, random } = jax;
const key = (): Array => random.key(0);

/** Element types that a function does not take. */
export const dtypeMistakes: MistakeTable = {
  "jax.grad(lambda x: x.sum())(jnp.arange(3))": () =>
    jax.grad((x: Array) => x.sum())(whole(0, 1, 2)),
  "jax.grad(lambda x: (x > 0).sum())(1.0)": () =>
    jax.grad((x: Array) => x.greater(0).sum())(jnp.asarray(1)),
  "jnp.ones(3)[1.5]": () => jnp.ones(3).slice(1.5),
  "jnp.ones(3)[jnp.array([0.5])]": () => jnp.ones(3).slice(jnp.array([0.5])),
  "jnp.take(jnp.ones(3), jnp.array([0.5]))": () => jnp.take(jnp.ones(3), jnp.array([0.5])),
  "jnp.ones(3) & 1": () => jnp.bitwiseAnd(jnp.ones(3), 1),
  "jnp.left_shift(1.0, 2)": () => jnp.leftShift(1, 2),
  "jnp.ones(3, 'flot32')": () => jnp.ones(3, { dtype: "flot32" as never }),
  "jnp.ones(3).astype('flot32')": () => jnp.ones(3).astype("flot32" as never),
  "jnp.array('a')": () => jnp.array("a" as never),
  "jnp.add([1, 2], 1)": () => jnp.add([1, 2] as never, 1),
  "jnp.sin(None)": () => jnp.sin(null as never),
  "lax.add(jnp.ones(3), jnp.arange(3))": () => lax.add(jnp.ones(3), whole(0, 1, 2)),
  "lax.dot(jnp.ones(3), jnp.arange(3))": () => lax.dot(jnp.ones(3), whole(0, 1, 2)),
  "jax.nn.one_hot(jnp.array([0.5]), 3)": () => jax.nn.oneHot(jnp.array([0.5]), 3),
  "random.randint(random.key(0), (2,), 0, 3, 'float32')": () =>
    random.randint(key(), [2], 0, 3, { dtype: "float32" }),
  "random.uniform(random.key(0), (2,), 'int32')": () =>
    random.uniform(key(), [2], { dtype: "int32" }),
  "jax.jvp(jnp.sin, (1.0,), (1,))": () =>
    jax.jvp((x: Array) => jnp.sin(x), [jnp.asarray(1)], [jnp.asarray(1, { dtype: "int32" })]),
  "jnp.bincount(jnp.array([0.5]))": () => jnp.bincount(jnp.array([0.5])),
  "jax.random.key(0) + 1": () => key().add(jnp.asarray(1, { dtype: "int32" })),
  "jnp.sum(jax.random.key(0))": () => jnp.sum(key()),
  "jnp.arange(0.0, 3.0, 0.0)": () => jnp.arange(0, 3, 0),
  "nnx.Embed(3, 2, rngs=nnx.Rngs(0))(jnp.array([0.5]))": () =>
    new nnx.Embed(3, 2, { rngs: new nnx.Rngs(0) }).call(jnp.array([0.5])),
};
