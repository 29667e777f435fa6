"""The Bernoulli distribution."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp

from ..special import _floats, xlog1py, xlogy


def logpmf(k: Any, p: Any, loc: Any = 0) -> Any:
    """The logarithm of the probability of 0 or 1."""
    k, p, loc = _floats(k, p, loc)
    x = k - loc
    return jnp.where((x == 0) | (x == 1), xlogy(x, p) + xlog1py(1 - x, -p), -jnp.inf)


def pmf(k: Any, p: Any, loc: Any = 0) -> Any:
    """The probability of 0 or 1."""
    return jnp.exp(logpmf(k, p, loc))
