import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) });
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const linenParams = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([4]));

  const lossFn = (model: nnx.Linear, l: typeof linenParams) => {
    const h = jax.nn.relu(model(x));
    return jnp.mean(head.apply(l, h).sub(y).pow(2));
  };

  // An NNX module is a pytree, and so is its gradient: a module of gradients.
  const [nnxGrads, linenGrads] = jax.grad(lossFn, { argnums: [0, 1] })(encoder, linenParams);
  const sgd = (p: jax.Array, g: jax.Array) => p.sub(g.mul(lr));
  const newEncoder = jax.tree.map(sgd, encoder, nnxGrads);
  const newLinen = jax.tree.map(sgd, linenParams, linenGrads);

  return jnp.stack([lossFn(encoder, linenParams), lossFn(newEncoder, newLinen)]);
}
