import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const HIDDEN = 4;

/** One SGD step on a model that is half NNX, half Linen: the loss before and after. */
export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  // Step 1: the seed as an integer, and the NNX encoder. Sizes come
  // from the data: the last axis counts the features, in one
  // example as in a batch.
  const wholeSeed = Math.trunc(seed);
  const features = x.shape[x.ndim - 1];
  const targets = y.shape[y.ndim - 1];
  const rngs = new nnx.Rngs(wholeSeed);
  const encoder = new nnx.Linear(features, HIDDEN, { rngs });

  // Step 2: the parameters of both halves as plain trees. An NNX
  // module owns its parameters, so they are read out. A Linen
  // module owns none: init makes them, from a key of their own and
  // a dummy input of which only the shape counts. What the head
  // sees is the hidden layer.
  const nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  const head = new nn.Dense({ features: targets });
  const headKey = jax.random.PRNGKey(wholeSeed + 1);
  const linenParams = head.init(headKey, jnp.zeros([HIDDEN]));

  // Step 3: the loss as a pure function of both trees. Every
  // parameter comes in as an argument; x, y and the head are
  // captured, which is safe because the step does not change them.
  const lossFn = (nnxTree: typeof nnxParams, linenTree: typeof linenParams) => {
    const hidden = jax.nn.relu(x.matmul(nnxTree.kernel).add(nnxTree.bias));
    const prediction = head.apply(linenTree, hidden);
    return jnp.mean(prediction.sub(y).pow(2));
  };

  // Step 4: one backward pass, two gradients, both taken before
  // anything moves. Without argnums only the first tree would be
  // differentiated. The loss before the step comes along.
  const backward = jax.valueAndGrad(lossFn, { argnums: [0, 1] });
  const [before, [nnxGrads, linenGrads]] = backward(nnxParams, linenParams);

  // Step 5: SGD pairs every leaf with its gradient. The trees
  // differ in form, so each half has a tree map of its own, and
  // both halves move.
  const sgd = (p: jax.Array, g: jax.Array) => p.sub(g.mul(lr));
  const newNnxParams = jax.tree.map(sgd, nnxParams, nnxGrads);
  const newLinenParams = jax.tree.map(sgd, linenParams, linenGrads);

  // Step 6: the same loss at the new parameters of both halves.
  const after = lossFn(newNnxParams, newLinenParams);
  return jnp.stack([before, after]);
}
