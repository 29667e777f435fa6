import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const linenParams = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([4]));

  const lossFn = (n: typeof nnxParams, l: typeof linenParams) => {
    const h = jax.nn.relu(x.matmul(n.kernel).add(n.bias));
    return jnp.mean(head.apply(l, h).sub(y).pow(2));
  };

  const step = jax.valueAndGrad(lossFn, { argnums: [0, 1] });
  const [before, [nnxGrads, linenGrads]] = step(nnxParams, linenParams);
  const sgd = (p: jax.Array, g: jax.Array) => p.sub(g.mul(lr));
  const newNnx = jax.tree.map(sgd, nnxParams, nnxGrads);
  const newLinen = linenParams;

  return jnp.stack([before, lossFn(newNnx, newLinen)]);
}
