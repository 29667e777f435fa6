import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const [w1, b1] = [encoder.kernel.value, encoder.bias.value];
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const made = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([4])) as any;
  const { kernel: w2, bias: b2 } = made.params;
  const rows = x.reshape(-1, x.shape[x.ndim - 1]);
  const targets = y.reshape(-1, y.shape[y.ndim - 1]);
  const hiddenOf = (w: jax.Array, b: jax.Array) => jax.nn.relu(rows.matmul(w).add(b));

  const h = hiddenOf(w1, b1);
  const error = h.matmul(w2).add(b2).sub(targets);
  const dOut = error.mul(2 / targets.size);
  const dHidden = dOut.matmul(w2.T);
  const moved = hiddenOf(
    w1.sub(rows.T.matmul(dHidden).mul(lr)),
    b1.sub(jnp.sum(dHidden, 0).mul(lr)),
  );
  const out = moved.matmul(w2.sub(h.T.matmul(dOut).mul(lr))).add(b2.sub(jnp.sum(dOut, 0).mul(lr)));
  return jnp.stack([jnp.mean(error.pow(2)), jnp.mean(out.sub(targets).pow(2))]);
}
