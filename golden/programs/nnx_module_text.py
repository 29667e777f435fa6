import re

import jax
import jax.numpy as jnp
from flax import nnx


def show(x):
    print(re.sub(r" at 0x[0-9a-f]+", "", repr(x)))


class Block(nnx.Module):
    def __init__(self, rngs):
        self.linear = nnx.Linear(2, 3, rngs=rngs)
        self.drop = nnx.Dropout(0.1, rngs=rngs)
        self.norm = nnx.BatchNorm(3, rngs=rngs)
        self.items = nnx.List([nnx.Param(jnp.ones(2)), nnx.Linear(1, 1, rngs=rngs)])
        self.table = nnx.Dict(a=nnx.Param(jnp.float32(1.0)))
        self.constant = nnx.Variable({"x": jnp.ones((20, 30)), "n": 3})
        self.array = jnp.arange(3)
        self.small = jnp.array([1.5])
        self.settings = {
            "lr": 0.1,
            "names": ("a", "b"),
            "kind": nnx.Param,
            "none": None,
            "flag": True,
        }
        self._hidden = 5
        self.again = self.linear


m = Block(nnx.Rngs(0))
show(m)
show(m.items)
show(m.table)
nnx.display(nnx.Param(jnp.ones(3)), m.table)
show(nnx.Sequential(nnx.Linear(1, 1, rngs=nnx.Rngs(0)), "not a function"))
show(nnx.Einsum("ab,bc->ac", (2, 3), (3,), rngs=nnx.Rngs(0)))
show(nnx.LinearGeneral((2,), (3, 4), rngs=nnx.Rngs(0)))
show(nnx.Embed(3, 2, rngs=nnx.Rngs(0)))
show(nnx.Conv(1, 2, (3, 3), rngs=nnx.Rngs(0)))
show(nnx.MultiHeadAttention(2, 4, rngs=nnx.Rngs(0)).query_ln)


class Empty(nnx.Module):
    pass


show(Empty())
show(jax.tree.map(lambda x: x + 1, nnx.Linear(1, 2, rngs=nnx.Rngs(0))))
show(nnx.Linear(300, 400, rngs=nnx.Rngs(0)))
show(nnx.Linear)
