"""The norm; the rest of NumPy's linear algebra is not here."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp

from ._ndarray import _plain, result


def norm(x: Any, axis: Any = None, keepdims: bool = False) -> Any:
    """The square root of the sum of squares."""
    values = jnp.asarray(_plain(x))
    return result(jnp.sqrt(jnp.sum(values * values, axis=axis, keepdims=keepdims)), [x])
