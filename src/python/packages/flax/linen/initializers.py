"""`flax.linen.initializers`: those of JAX, and two factories."""

from collections.abc import Callable
from typing import Any

import _absent
from jax.nn.initializers import ones as ones
from jax.nn.initializers import zeros as zeros

Initializer = Callable[..., Any]


def zeros_init() -> Initializer:
    """The initializer that fills with zeros: `zeros`."""
    return zeros


def ones_init() -> Initializer:
    """The initializer that fills with ones: `ones`."""
    return ones


__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    {
        "jax.nn.initializers": "constant delta_orthogonal glorot_normal glorot_uniform he_normal "
        "he_uniform kaiming_normal kaiming_uniform lecun_normal lecun_uniform normal orthogonal "
        "truncated_normal uniform variance_scaling xavier_normal xavier_uniform"
    },
)
