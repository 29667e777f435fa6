import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";
import * as optax from "optax";

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const linenParams = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([4]));

  const lossFn = (n: typeof nnxParams, l: typeof linenParams) => {
    const h = jax.nn.relu(x.matmul(n.kernel).add(n.bias));
    return jnp.mean(head.apply(l, h).sub(y).pow(2));
  };

  const trees = [nnxParams, linenParams] as any;
  const grads = jax.grad(lossFn, { argnums: [0, 1] })(nnxParams, linenParams) as any;
  const optimizer = optax.chain(optax.clipByGlobalNorm(1), optax.sgd(lr));
  const [updates] = optimizer.update(grads, optimizer.init(trees), trees);
  const [newNnx, newLinen] = optax.applyUpdates(trees, updates) as any;

  return jnp.stack([lossFn(nnxParams, linenParams), lossFn(newNnx, newLinen)]);
}
