"""Dropout."""

from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
from flax.linen.module import Module, compact, merge_param


class Dropout(Module):
    """Sets a share `rate` of the inputs to zero and scales the rest by 1 / (1 - rate).

    `deterministic` (here or at call time) switches it off; else it needs the key stream `dropout`.
    broadcast_dims: axes along which all elements share one fate.
    """

    rate: float
    broadcast_dims: Sequence[int] = ()
    deterministic: bool | None = None
    rng_collection: str = "dropout"

    @compact
    def __call__(self, inputs: Any, deterministic: bool | None = None, rng: Any = None) -> Any:
        """The inputs, some of them zero. ValueError if `deterministic` is given nowhere or twice."""
        deterministic = merge_param("deterministic", self.deterministic, deterministic)
        if self.rate == 0.0 or deterministic:
            return inputs
        if self.rate == 1.0:
            return jnp.zeros_like(inputs)
        keep = 1.0 - self.rate
        if rng is None:
            rng = self.make_rng(self.rng_collection)
        shape = list(inputs.shape)
        for axis in self.broadcast_dims:
            shape[axis] = 1
        mask = jax.random.bernoulli(rng, p=keep, shape=tuple(shape))
        mask = jnp.broadcast_to(mask, inputs.shape)
        return jnp.where(mask, inputs / keep, jnp.zeros_like(inputs))
