import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  const linenParams = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([4]));

  const losses: jax.Array[] = [];
  const lossFn = (n: any, l: any) => {
    const hidden = jax.nn.relu(x.matmul(n.kernel).add(n.bias));
    losses.push(jnp.mean(head.apply(l, hidden).sub(y).pow(2)));
    return losses[losses.length - 1]!;
  };
  const sgd = (p: jax.Array, g: jax.Array) => p.sub(g.mul(lr));
  const backward = jax.jit(jax.grad(lossFn, { argnums: [0, 1] }));
  const [nnxGrads, linenGrads] = backward(nnxParams, linenParams);
  const newNnx = jax.tree.map(sgd, nnxParams, nnxGrads);
  const newLinen = jax.tree.map(sgd, linenParams, linenGrads);
  return jnp.stack([losses[0]!.add(0), lossFn(newNnx, newLinen)]);
}
