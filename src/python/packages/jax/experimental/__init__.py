"""``jax.experimental``: the parts that programs begin with."""

from __future__ import annotations

from typing import Any

from .._src.names import missing_name as _missing_name


def __getattr__(name: str) -> Any:
    return _missing_name("jax.experimental", name, globals())
