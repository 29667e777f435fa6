"""Initializers: functions ``(key, shape, dtype)`` that draw a parameter's first value.

Those of ``jax.nn.initializers``, and ``zeros_init`` and ``ones_init``.
"""

from collections.abc import Callable
from typing import Any

from jax.nn import initializers as _jax_initializers
from jax.nn.initializers import constant as constant
from jax.nn.initializers import glorot_normal as glorot_normal
from jax.nn.initializers import glorot_uniform as glorot_uniform
from jax.nn.initializers import he_normal as he_normal
from jax.nn.initializers import he_uniform as he_uniform
from jax.nn.initializers import kaiming_normal as kaiming_normal
from jax.nn.initializers import kaiming_uniform as kaiming_uniform
from jax.nn.initializers import lecun_normal as lecun_normal
from jax.nn.initializers import lecun_uniform as lecun_uniform
from jax.nn.initializers import normal as normal
from jax.nn.initializers import ones as ones
from jax.nn.initializers import truncated_normal as truncated_normal
from jax.nn.initializers import uniform as uniform
from jax.nn.initializers import variance_scaling as variance_scaling
from jax.nn.initializers import xavier_normal as xavier_normal
from jax.nn.initializers import xavier_uniform as xavier_uniform
from jax.nn.initializers import zeros as zeros


def zeros_init() -> Callable[..., Any]:
    """The initializer of zeros."""
    return zeros


def ones_init() -> Callable[..., Any]:
    """The initializer of ones."""
    return ones


def __getattr__(name: str) -> Any:
    """Whatever else JAX has; its error where it has no such initializer."""
    return getattr(_jax_initializers, name)
