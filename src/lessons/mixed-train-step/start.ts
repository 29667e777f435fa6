import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const HIDDEN = 4;

export function mixed_train_step(seed: number, x: jax.Array, y: jax.Array, lr: number) {
  // Step 1: the seed as an integer, and the NNX encoder. This one
  // is done.
  const wholeSeed = Math.trunc(seed);
  const features = x.shape[x.ndim - 1];
  const rngs = new nnx.Rngs(wholeSeed);
  const encoder = new nnx.Linear(features, HIDDEN, { rngs });

  // Step 2: the parameters of both halves as plain trees. The NNX
  // half is read out here; the Linen half is yours: an nn.Dense
  // head with one feature per target, and init with
  // PRNGKey(wholeSeed + 1).
  const nnxParams = { kernel: encoder.kernel.value, bias: encoder.bias.value };

  // Step 3: the loss as a pure function of both trees. The head is
  // missing: so far the mean of the hidden layer stands in for the
  // prediction.
  const lossFn = (nnxTree: typeof nnxParams) => {
    const hidden = jax.nn.relu(x.matmul(nnxTree.kernel).add(nnxTree.bias));
    const prediction = jnp.mean(hidden);
    return jnp.mean(prediction.sub(y).pow(2));
  };

  // Step 4: the gradients of the loss with respect to both trees,
  // from one backward pass.

  // Step 5: one SGD step on each tree: p - lr * g for every leaf.

  // Step 6: the loss before the step and the loss after it. So far
  // nothing has moved.
  const before = lossFn(nnxParams);
  const after = lossFn(nnxParams);
  return jnp.stack([before, after]);
}
