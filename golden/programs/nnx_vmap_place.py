"""Where nnx.vmap says that statistics were mapped which should be the same for all."""

import jax.numpy as jnp
from flax import nnx


class Normed(nnx.Module):
    def __init__(self, rngs):
        self.parts = nnx.List([nnx.Linear(2, 2, rngs=rngs), nnx.BatchNorm(2, rngs=rngs)])

    def __call__(self, x):
        for part in self.parts:
            x = part(x)
        return x


def tell(f):
    try:
        print(f())
    except ValueError as error:
        print(error)


model, x = Normed(nnx.Rngs(0)), jnp.ones((3, 4, 2))
axes = nnx.StateAxes({nnx.Param: None, ...: None})
tell(lambda: nnx.vmap(lambda m, x: m(x), in_axes=(None, 0))(model, x).shape)
tell(lambda: nnx.vmap(lambda m, x: m(x), in_axes=(axes, 0))(model, x).shape)
model.eval()
tell(lambda: nnx.vmap(lambda m, x: m(x), in_axes=(None, 0))(model, x).shape)
