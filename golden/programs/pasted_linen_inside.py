"""A Linen layer inside an NNX model, printed: its variables stand in the order of their names."""

import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx
from flax.nnx import bridge


class Inside(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.LayerNorm()(nn.Dense(2, name="wide")(x))


class Mixed(nnx.Module):
    def __init__(self, rngs):
        self.head = bridge.ToNNX(nn.Dense(1), rngs=rngs)
        self.inside = bridge.ToNNX(Inside(), rngs=rngs)

    def __call__(self, x):
        return self.head(self.inside(x))


model = bridge.lazy_init(Mixed(nnx.Rngs(0)), jnp.ones((1, 2)))
print(model)
print([name for name in vars(model.head) if not name.startswith(("_", "to_nnx"))])
print(jax.tree.map(jnp.shape, nnx.to_pure_dict(nnx.state(model, nnx.Param))))
