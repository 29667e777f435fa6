"""Dropout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx import rnglib
from flax.nnx.module import Module, first_from
from flax.nnx.pytree_fields import data
from jax import random

_NO_DETERMINISTIC = (
    "No `deterministic` argument was provided to Dropout. Consider one of the following options:"
    "\n\n1. Pass `deterministic` to the Dropout constructor:\n\n"
    "  self.dropout = nnx.Dropout(..., deterministic=True/False)\n\n"
    "2. Pass `deterministic` to the Dropout __call__:\n\n"
    "  self.dropout(x, deterministic=True/False)\n\n"
    "3. Use `nnx.view` to create a view of the model with a specific `deterministic` value:\n\n"
    "  model_view = nnx.view(model, deterministic=True/False)\n"
)
_NO_RNGS = (
    "`deterministic` is False, but no `rngs` argument was provided to Dropout\n"
    "          as either a __call__ argument or class attribute."
)


class Dropout(Module):
    """Zeroes each number with the probability ``rate`` and scales the others up.

    A stream of its own is forked from ``rngs`` at construction, which draws one key. With
    ``deterministic=True`` (``model.eval()``) inputs pass unchanged.
    """

    def __init__(
        self,
        rate: float,
        *,
        broadcast_dims: Sequence[int] = (),
        deterministic: bool | None = False,
        rng_collection: str = "dropout",
        rngs: Any = None,
    ):
        self.rate = rate
        self.broadcast_dims = broadcast_dims
        self.deterministic = deterministic
        self.rng_collection = rng_collection
        if isinstance(rngs, rnglib.Rngs):
            self.rngs = rngs[rng_collection].fork()
        elif isinstance(rngs, rnglib.RngStream):
            self.rngs = rngs.fork()
        elif rngs is None:
            self.rngs = data(None)
        else:
            raise TypeError(f"rngs must be a Rngs, RngStream or None, but got {type(rngs)}.")

    def _key(self, rngs: Any) -> Any:
        if isinstance(rngs, rnglib.Rngs):
            return rngs[self.rng_collection]()
        if isinstance(rngs, rnglib.RngStream):
            return rngs()
        if isinstance(rngs, jax.Array):
            return rngs
        raise TypeError(f"rngs must be a Rngs, RngStream or jax.Array, but got {type(rngs)}.")

    def __call__(self, inputs: jax.Array, *, deterministic: bool | None = None, rngs: Any = None) -> jax.Array:
        fixed = first_from(deterministic, self.deterministic, error_msg=_NO_DETERMINISTIC)
        if self.rate == 0.0 or fixed:
            return inputs
        if self.rate == 1.0:
            return jnp.zeros_like(inputs)
        key = self._key(first_from(rngs, self.rngs, error_msg=_NO_RNGS))
        keep = 1.0 - self.rate
        dims = [d % inputs.ndim for d in self.broadcast_dims]
        shape = tuple(1 if i in dims else n for i, n in enumerate(inputs.shape))
        mask = jnp.broadcast_to(random.bernoulli(key, p=keep, shape=shape), inputs.shape)
        return jnp.where(mask, inputs / keep, jnp.zeros_like(inputs))

    def set_view(self, deterministic: bool | None = None) -> None:
        """Change the mode; called by ``nnx.view``."""
        if deterministic is not None:
            self.deterministic = deterministic
