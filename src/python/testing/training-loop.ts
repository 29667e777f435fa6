/** Sizes of the lesson's model, and Python expressions for its batch. */
export type TrainingLoop = {
  x: string;
  y: string;
  inputs: number;
  hidden: number;
  outputs: number;
};

/** The lesson's loop as Python text: `train(steps)` steps eagerly and gives the last loss. */
export function trainingLoop({ x, y, inputs, hidden, outputs }: TrainingLoop): string {
  return `
import gc
import pyodide_js
import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

x, y, lr = ${x}, ${y}, 0.001
encoder = nnx.Linear(${inputs}, ${hidden}, rngs=nnx.Rngs(0))
n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
head = nn.Dense(${outputs})
l = head.init(jax.random.PRNGKey(1), jnp.zeros(${hidden}))

def loss_fn(n, l):
    h = jax.nn.relu(x @ n["kernel"] + n["bias"])
    return jnp.mean((head.apply(l, h) - y) ** 2)

def train(steps):
    global n, l
    for _ in range(steps):
        loss, (gn, gl) = jax.value_and_grad(loss_fn, argnums=(0, 1))(n, l)
        n = jax.tree.map(lambda p, g: p - lr * g, n, gn)
        l = jax.tree.map(lambda p, g: p - lr * g, l, gl)
    return loss
`;
}
