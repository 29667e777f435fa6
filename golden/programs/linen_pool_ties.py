"""Where windows have equal largest elements, the whole gradient goes to the first of them."""

import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx


def grads(pool, x, *args):
    return jax.grad(lambda v: pool(v, *args).sum())(x).ravel()


ones = jnp.ones((1, 2, 2, 1))
row = jnp.array([1.0, 1.0, 2.0, 2.0, 0.0]).reshape(1, 5, 1)
for pool in (nn.max_pool, nnx.max_pool):
    print(grads(pool, ones, (2, 2), (2, 2)), grads(pool, ones, (2, 2), (1, 1), "SAME"), grads(pool, row, (2,), (1,)))
    print(grads(pool, row, (3,), (2,), "SAME"), pool(jnp.array([jnp.nan, 1.0, 2.0]).reshape(1, 3, 1), (2,)).ravel())
print(grads(nnx.min_pool, ones, (2, 2), (2, 2)), grads(nnx.min_pool, row, (2,), (1,)))
