import functools

import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


@functools.lru_cache(maxsize=None)
def build(seed, features, targets):
    encoder = nnx.Linear(features, 4, rngs=nnx.Rngs(seed))
    return encoder, nn.Dense(targets).init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))


def mixed_train_step(seed, x, y, lr):
    encoder, linen_params = build(int(seed), x.shape[-1], y.shape[-1])

    def loss_fn(encoder, l):
        return jnp.mean((nn.Dense(y.shape[-1]).apply(l, nnx.relu(encoder(x))) - y) ** 2)

    before, (n_grads, l_grads) = nnx.value_and_grad(loss_fn, argnums=(0, 1))(encoder, linen_params)
    # The module that the cache holds is the one that moves.
    nnx.update(encoder, jax.tree.map(lambda p, g: p - lr * g, nnx.state(encoder), n_grads))
    linen_params = jax.tree.map(lambda p, g: p - lr * g, linen_params, l_grads)
    return jnp.stack([before, loss_fn(encoder, linen_params)])
