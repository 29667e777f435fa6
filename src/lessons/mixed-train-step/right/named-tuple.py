from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


class Halves(NamedTuple):
    nnx: Any
    linen: Any


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    halves = Halves(
        nnx=(encoder.kernel[...], encoder.bias[...]),
        linen=head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    )

    def loss_fn(halves):
        kernel, bias = halves.nnx
        return jnp.mean((head.apply(halves.linen, nn.relu(x @ kernel + bias)) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(halves)
    assert isinstance(grads, Halves)
    return before, loss_fn(jax.tree.map(lambda p, g: p - lr * g, halves, grads))
