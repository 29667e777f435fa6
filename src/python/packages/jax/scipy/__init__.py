"""What programs that train models use of JAX's SciPy: special functions and a few distributions."""

from __future__ import annotations

from typing import Any

from .._src.names import missing_name as _missing_name
from . import special, stats


def __getattr__(name: str) -> Any:
    return _missing_name("jax.scipy", name, globals())
