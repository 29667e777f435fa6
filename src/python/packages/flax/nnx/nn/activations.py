"""Activation functions: those of ``jax.nn``, and PReLU, which learns its slope."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.module import Module
from flax.nnx.nn import dtypes
from flax.nnx.variablelib import Param

FROM_JAX = (
    "celu elu gelu glu hard_sigmoid hard_silu hard_swish hard_tanh identity leaky_relu log_sigmoid "
    "log_softmax logsumexp one_hot relu relu6 selu sigmoid silu soft_sign softmax softplus "
    "standardize swish tanh"
).split()


def __getattr__(name: str) -> Any:
    """The functions that NNX takes over from ``jax.nn`` (``tanh`` from ``jax.numpy``)."""
    if name in FROM_JAX:
        return jnp.tanh if name == "tanh" else getattr(jax.nn, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class PReLU(Module):
    """``x`` where it is positive and ``negative_slope * x`` elsewhere, the slope being a Param."""

    def __init__(
        self,
        negative_slope_init: float = 0.01,
        *,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        negative_slope_metadata: Mapping[str, Any] = MappingProxyType({}),
    ):
        slope = jnp.asarray(negative_slope_init, dtype=param_dtype)
        self.negative_slope = Param(slope, **negative_slope_metadata)
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.promote_dtype = promote_dtype

    def __call__(self, inputs: jax.Array) -> jax.Array:
        slope = self.negative_slope[...]
        if self.dtype is not None:
            inputs, slope = self.promote_dtype((inputs, slope), dtype=self.dtype)
        else:
            slope = jnp.asarray(slope, inputs.dtype)
        return jnp.where(inputs >= 0, inputs, slope * inputs)
