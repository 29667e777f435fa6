"""The logistic distribution."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp

from ..special import _floats, expit


def logpdf(x: Any, loc: Any = 0, scale: Any = 1) -> Any:
    """The logarithm of the density."""
    x, loc, scale = _floats(x, loc, scale)
    half = (x - loc) / scale / 2
    # log(1 / (4 cosh² half)), without an overflow of cosh.
    return -2 * jnp.logaddexp(half, -half) - jnp.log(scale)


def pdf(x: Any, loc: Any = 0, scale: Any = 1) -> Any:
    """The density."""
    return jnp.exp(logpdf(x, loc, scale))


def cdf(x: Any, loc: Any = 0, scale: Any = 1) -> Any:
    """The distribution function."""
    x, loc, scale = _floats(x, loc, scale)
    return expit((x - loc) / scale)
