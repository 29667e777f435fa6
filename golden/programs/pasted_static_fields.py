"""Configurations that cannot be hashed, as static parts of trees and models under jit."""

from dataclasses import dataclass, field

import jax
import jax.numpy as jnp
from flax import nnx


@jax.tree_util.register_dataclass
@dataclass
class Batch:
    x: jax.Array
    tags: list = field(metadata=dict(static=True), default_factory=list)


@jax.jit
def double(batch):
    print("tracing for", batch.tags)
    return batch.x * 2


print(double(Batch(jnp.ones(2), ["a"])))
print(double(Batch(jnp.zeros(2), ["a"])))
print(double(Batch(jnp.zeros(2), ["b"])))


@dataclass
class Config:
    width: int = 3


class Model(nnx.Module):
    def __init__(self, config, rngs):
        self.config = config
        self.layer = nnx.Linear(2, config.width, rngs=rngs)

    def __call__(self, x):
        return self.layer(x) * self.config.width


@jax.jit
def pure(graphdef, state, x):
    return nnx.merge(graphdef, state)(x)


model = Model(Config(), nnx.Rngs(0))
graphdef, state = nnx.split(model)
print(pure(graphdef, state, jnp.ones((1, 2))))
print(graphdef == nnx.split(model)[0])
try:
    print(hash(graphdef))
except TypeError as error:
    print(error)
