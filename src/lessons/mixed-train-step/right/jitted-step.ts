import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  const linenParams = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([4]));

  const lossFn = (n: typeof nnxParams, l: typeof linenParams) => {
    const h = jax.nn.relu(jnp.matmul(x, n.kernel).add(n.bias));
    return jnp.mean(jnp.square(head.apply(l, h).sub(y)));
  };

  const trainStep = jax.jit((n: typeof nnxParams, l: typeof linenParams) => {
    const [before, grads] = jax.valueAndGrad(lossFn, { argnums: [0, 1] })(n, l);
    const [newN, newL] = jax.tree.map((p, g) => p.sub(g.mul(lr)), [n, l], grads);
    return jnp.stack([before, lossFn(newN, newL)]);
  });
  return trainStep(nnxParams, linenParams);
}
