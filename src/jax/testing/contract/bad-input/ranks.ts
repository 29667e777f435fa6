import { jax, jnp } from "../api";
import { whole, type Array, type MistakeTable } from "./table";

const sin = (x: Array): Array => jnp.sin(x);

/** Numbers of axes, and axes that are not there. */
export const rankMistakes: MistakeTable = {
  "jnp.ones(()) @ jnp.ones(3)": () => jnp.ones([]).matmul(jnp.ones(3)),
  "jnp.sum(jnp.ones(3), axis=1)": () => jnp.sum(jnp.ones(3), { axis: 1 }),
  "jnp.sum(jnp.ones((2, 3)), axis=(0, 0))": () => jnp.sum(jnp.ones([2, 3]), { axis: [0, 0] }),
  "jnp.ones((2, 3)).mean(axis=-3)": () => jnp.ones([2, 3]).mean({ axis: -3 }),
  "jnp.argmax(jnp.ones(3), axis=1)": () => jnp.argmax(jnp.ones(3), { axis: 1 }),
  "jnp.transpose(jnp.ones((2, 3)), (0, 0))": () => jnp.transpose(jnp.ones([2, 3]), [0, 0]),
  "jnp.transpose(jnp.ones((2, 3)), (0,))": () => jnp.transpose(jnp.ones([2, 3]), [0]),
  "jnp.swapaxes(jnp.ones((2, 3)), 0, 2)": () => jnp.swapaxes(jnp.ones([2, 3]), 0, 2),
  "jnp.moveaxis(jnp.ones((2, 3)), 0, 2)": () => jnp.moveaxis(jnp.ones([2, 3]), 0, 2),
  "jnp.squeeze(jnp.ones((2, 3)), axis=0)": () => jnp.squeeze(jnp.ones([2, 3]), { axis: 0 }),
  "jnp.expand_dims(jnp.ones(3), 5)": () => jnp.expandDims(jnp.ones(3), 5),
  "jnp.ones((2, 3))[0, 0, 0]": () => jnp.ones([2, 3]).slice(0, 0, 0),
  "jnp.ones((2, 3))[..., ...]": () => jnp.ones([2, 3]).slice("...", "..."),
  "jnp.trace(jnp.ones(3))": () => jnp.trace(jnp.ones(3)),
  "jnp.linalg.det(jnp.ones(3))": () => jnp.linalg.det(jnp.ones(3)),
  "jnp.diag(jnp.ones((2, 2, 2)))": () => jnp.diag(jnp.ones([2, 2, 2])),
  "jnp.tril(jnp.ones(3))": () => jnp.tril(jnp.ones(3)),
  "jnp.cross(jnp.ones(4), jnp.ones(4))": () => jnp.cross(jnp.ones(4), jnp.ones(4)),
  "jnp.stack([jnp.ones(3)], axis=2)": () => jnp.stack([jnp.ones(3)], { axis: 2 }),
  "jnp.concatenate([jnp.ones(3)], axis=1)": () => jnp.concatenate([jnp.ones(3)], { axis: 1 }),
  "jnp.sort(jnp.float32(1))": () => jnp.sort(jnp.float32(1)),
  "jnp.cumsum(jnp.ones(3), axis=1)": () => jnp.cumsum(jnp.ones(3), { axis: 1 }),
  "jnp.repeat(jnp.ones(3), jnp.array([1, 2]))": () => jnp.repeat(jnp.ones(3), whole(1, 2)),
  "jnp.roll(jnp.ones(3), 1, axis=1)": () => jnp.roll(jnp.ones(3), 1, { axis: 1 }),
  "jnp.flip(jnp.ones(3), axis=1)": () => jnp.flip(jnp.ones(3), { axis: 1 }),
  "jax.nn.softmax(jnp.ones(3), axis=1)": () => jax.nn.softmax(jnp.ones(3), { axis: 1 }),
  "jax.grad(lambda x: x * 2)(jnp.ones(3))": () => jax.grad((x: Array) => x.mul(2))(jnp.ones(3)),
  "jax.vmap(jnp.sin, in_axes=2)(jnp.ones((2, 3)))": () =>
    jax.vmap(sin, { inAxes: 2 })(jnp.ones([2, 3])),
  "jax.vmap(jnp.sin, in_axes=None)(jnp.ones(3))": () =>
    jax.vmap(sin, { inAxes: null })(jnp.ones(3)),
  "jax.vmap(jnp.sin, out_axes=2)(jnp.ones(3))": () => jax.vmap(sin, { outAxes: 2 })(jnp.ones(3)),
  "jnp.ones(3).item()": () => jnp.ones(3).item(),
  "list(jnp.float32(1))": () => [...jnp.float32(1)],
};
