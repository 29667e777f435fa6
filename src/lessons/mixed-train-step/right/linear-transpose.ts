import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const n = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const l = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([4]));

  const loss = (a: typeof n, b: typeof l) => {
    const hidden = jax.nn.relu(x.matmul(a.kernel).add(a.bias));
    return jnp.mean(head.apply(b, hidden).sub(y).pow(2));
  };

  const [before, along] = jax.linearize(loss, n, l);
  const grads = jax.linearTranspose(along, n, l)(jnp.float32(1));
  const sgd = (p: jax.Array, g: jax.Array) => p.sub(g.mul(lr));
  const [a, b] = [jax.tree.map(sgd, n, grads[0]), jax.tree.map(sgd, l, grads[1])];
  return jnp.stack([before, loss(a, b)]);
}
