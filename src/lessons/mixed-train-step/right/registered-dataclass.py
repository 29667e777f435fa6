from dataclasses import dataclass, replace

import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


@jax.tree_util.register_dataclass
@dataclass
class Params:
    kernel: jax.Array
    bias: jax.Array
    head: dict


def mixed_train_step(seed: float, x: jax.Array, y: jax.Array, lr: float) -> jax.Array:
    whole = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(whole))
    dense = nn.Dense(y.shape[-1])
    params = Params(
        kernel=encoder.kernel[...],
        bias=encoder.bias[...],
        head=dense.init(jax.random.PRNGKey(whole + 1), jnp.zeros(4)),
    )

    def loss_fn(p: Params) -> jax.Array:
        hidden = jax.nn.relu(x @ p.kernel + p.bias)
        return jnp.mean((dense.apply(p.head, hidden) - y) ** 2)

    grads = jax.grad(loss_fn)(params)
    moved = replace(
        params,
        kernel=params.kernel - lr * grads.kernel,
        bias=params.bias - lr * grads.bias,
        head=jax.tree.map(lambda p, g: p - lr * g, params.head, grads.head),
    )
    return jnp.stack([loss_fn(params), loss_fn(moved)])
