"""JAX's primitives and control flow."""

from __future__ import annotations

from typing import Any

from ._src.functions import FUNCTIONS as _FUNCTIONS
from ._src.lax_extra import *  # noqa: F403
from ._src.names import missing_name as _missing_name

globals().update(
    {name: value for name, value in _FUNCTIONS.get("jax.lax", {}).items() if name not in globals()}
)


def __getattr__(name: str) -> Any:
    raise _missing_name("jax.lax", name, globals())
