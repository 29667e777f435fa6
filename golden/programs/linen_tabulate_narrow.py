"""A summary whose columns are too narrow for their words."""

import flax.linen as nn
import jax
import jax.numpy as jnp


class Attending(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.MultiHeadDotProductAttention(num_heads=2, name="a_layer_with_a_long_name")(x)


options = {"force_terminal": False, "width": 100}
print(nn.tabulate(Attending(), jax.random.key(0), console_kwargs=options)(jnp.ones((1, 3, 4))))
