"""Linen models, each for one thing that modules can do, for several recorders."""

from __future__ import annotations

import jax
import jax.numpy as jnp
from flax import linen as nn
from jax import random


class Noisy(nn.Module):
    """A dense layer, a norm, dropout and a head."""

    @nn.compact
    def __call__(self, x: jax.Array, train: bool = True) -> jax.Array:
        x = nn.LayerNorm()(nn.Dense(4)(x))
        x = nn.Dropout(0.25, deterministic=not train)(nn.relu(x))
        return nn.Dense(2)(x)


class Stats(nn.Module):
    """Batch statistics, and a sown value."""

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        mean = self.variable("batch_stats", "mean", jnp.zeros, (3,))
        if not self.is_initializing():
            mean.value = mean.value + x.mean(0)
        self.sow("intermediates", "h", x)
        return x - mean.value


class Listed(nn.Module):
    """Layers in a list, and a parameter of its own."""

    def setup(self) -> None:
        self.layers = [nn.Dense(3), nn.Dense(2)]
        self.w = self.param("w", nn.initializers.normal(), (3,))

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = layer(x)
        return x

    def first(self, x: jax.Array) -> jax.Array:
        return self.layers[0](x) * self.w


class Shared(nn.Module):
    """One module called twice."""

    inner: nn.Module

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        return self.inner(self.inner(x))


class Streams(nn.Module):
    """Keys of two streams."""

    @nn.compact
    def __call__(self) -> list[jax.Array]:
        return [self.make_rng("noise"), self.make_rng("noise"), self.make_rng()]


class Nested(nn.Module):
    """Modules inside modules."""

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        for _ in range(2):
            x = Noisy()(x, train=False)
            x = nn.Dense(3, name=None)(x)
        return x


class Own(nn.Module):
    """Parameters with initialisers of its own."""

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        a = self.param("a", lambda key, s: random.normal(key, s) * 2, (3,))
        b = self.param("b", lambda key: jnp.ones(3))
        return x * a + b
