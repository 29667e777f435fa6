"""Refused: the numbers would not be NumPy's."""

from __future__ import annotations

import sys
from typing import Any

from _absent import error_kind


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    raise error_kind(sys._getframe(1))(
        f"numpy.random.{name} is not on this page: its numbers would not be NumPy's. Use jax.random with a key, such "
        "as jax.random.normal(jax.random.key(0), (3,)), whose numbers are JAX's own."
    )
