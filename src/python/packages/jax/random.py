"""Random keys and draws, bit for bit those of JAX."""

from __future__ import annotations

from typing import Any

from ._src.functions import FUNCTIONS as _FUNCTIONS
from ._src.names import missing_name as _missing_name

globals().update(_FUNCTIONS["jax.random"])


def __getattr__(name: str) -> Any:
    return _missing_name("jax.random", name, globals())
