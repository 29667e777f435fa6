import { jax, jnp, linen, nnx, optax } from "../api";
import { loosely } from "../transforms/loosely";
import { whole, type Array, type MistakeTable } from "./table";

const { lax } = jax;

/** Shapes that do not fit. */
export const shapeMistakes: MistakeTable = {
  "jnp.ones((2, 3)) + jnp.ones((3, 2))": () => jnp.ones([2, 3]).add(jnp.ones([3, 2])),
  "jnp.ones((2, 3)) @ jnp.ones((2, 3))": () => jnp.ones([2, 3]).matmul(jnp.ones([2, 3])),
  "jnp.dot(jnp.ones(3), jnp.ones(4))": () => jnp.dot(jnp.ones(3), jnp.ones(4)),
  "jnp.vdot(jnp.ones(3), jnp.ones(4))": () => jnp.vdot(jnp.ones(3), jnp.ones(4)),
  "jnp.inner(jnp.ones((2, 3)), jnp.ones((2, 4)))": () =>
    jnp.inner(jnp.ones([2, 3]), jnp.ones([2, 4])),
  "jnp.ones((2, 3)).reshape(4)": () => jnp.ones([2, 3]).reshape(4),
  "jnp.ones((2, 3)).reshape(-1, 4)": () => jnp.ones([2, 3]).reshape(-1, 4),
  "jnp.ones((2, 3)).reshape(-1, -1)": () => jnp.ones([2, 3]).reshape(-1, -1),
  "jnp.broadcast_to(jnp.ones(3), (4,))": () => jnp.broadcastTo(jnp.ones(3), [4]),
  "jnp.concatenate([])": () => jnp.concatenate([]),
  "jnp.concatenate([jnp.ones(3), jnp.ones((3, 1))])": () =>
    jnp.concatenate([jnp.ones(3), jnp.ones([3, 1])]),
  "jnp.vstack([jnp.ones(3), jnp.ones(4)])": () => jnp.vstack([jnp.ones(3), jnp.ones(4)]),
  "jnp.einsum('ij,jk->ik', jnp.ones((2, 3)), jnp.ones((4, 5)))": () =>
    jnp.einsum("ij,jk->ik", jnp.ones([2, 3]), jnp.ones([4, 5])),
  "jnp.einsum('ij->ik', jnp.ones((2, 3)))": () => jnp.einsum("ij->ik", jnp.ones([2, 3])),
  "jnp.tensordot(jnp.ones((2, 3)), jnp.ones((2, 3)), 1)": () =>
    jnp.tensordot(jnp.ones([2, 3]), jnp.ones([2, 3]), 1),
  "jnp.where(jnp.ones(3) > 0, jnp.ones(4), 0)": () =>
    jnp.where(jnp.ones(3).greater(0), jnp.ones(4), 0),
  "jnp.ones(3).at[jnp.array([0, 1])].set(jnp.ones(3))": () =>
    jnp.ones(3).at(whole(0, 1)).set(jnp.ones(3)),
  "jnp.split(jnp.ones(5), 2)": () => jnp.split(jnp.ones(5), 2),
  "jnp.linalg.inv(jnp.ones((2, 3)))": () => jnp.linalg.inv(jnp.ones([2, 3])),
  "jnp.linalg.solve(jnp.ones((2, 2)), jnp.ones(3))": () =>
    jnp.linalg.solve(jnp.ones([2, 2]), jnp.ones(3)),
  "jnp.zeros(-1)": () => jnp.zeros(-1),
  "jnp.zeros((2.5,))": () => jnp.zeros([2.5]),
  "jnp.zeros('3')": () => jnp.zeros("3" as never),
  "jnp.full((2,), jnp.ones(3))": () => jnp.full([2], jnp.ones(3)),
  "jax.vmap(jnp.sin)(1.0)": () => jax.vmap((x: Array) => jnp.sin(x))(jnp.asarray(1)),
  "jax.jvp(jnp.sin, (jnp.ones(3),), (jnp.ones(4),))": () =>
    jax.jvp((x: Array) => jnp.sin(x), [jnp.ones(3)], [jnp.ones(4)]),
  "jax.vjp(jnp.sin, jnp.ones(3))[1](jnp.ones(4))": () =>
    jax.vjp((x: Array) => jnp.sin(x), jnp.ones(3))[1](jnp.ones(4)),
  "lax.scan(lambda c, x: (c, x), 0.0, (jnp.ones(2), jnp.ones(3)))": () =>
    lax.scan((c: Array, x: Array[]): [Array, Array[]] => [c, x], jnp.asarray(0), [
      jnp.ones(2),
      jnp.ones(3),
    ]),
  "lax.dynamic_slice(jnp.ones(3), (0,), (4,))": () => lax.dynamicSlice(jnp.ones(3), [0], [4]),
  "optax.apply_updates({'a': jnp.ones(2)}, {'a': jnp.ones(3)})": () =>
    optax.applyUpdates({ a: jnp.ones(2) }, { a: jnp.ones(3) }),
  "nnx.Linear(3, 4, rngs=nnx.Rngs(0))(jnp.ones(4))": () =>
    new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) }).call(jnp.ones(4)),
  "nn.Dense(3).apply(nn.Dense(3).init(random.key(0), jnp.ones(4)), jnp.ones(5))": () => {
    const dense = new linen.Dense(3);
    return loosely(
      dense.apply.bind(dense),
      dense.init(jax.random.key(0), jnp.ones(4)),
      jnp.ones(5),
    );
  },
};
