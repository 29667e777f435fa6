"""Types of JAX's inner parts that programs name."""

from __future__ import annotations

from typing import Any

from ._src.array import Tracer
from ._src.aval import ShapedArray
from ._src.names import missing_name as _missing_name


def __getattr__(name: str) -> Any:
    return _missing_name("jax.core", name, globals())
