"""NumPy's linear algebra: what is not written for 64 bits computes in 32, and refuses others."""

from __future__ import annotations

from typing import Any

from jax._src.names import missing_name as _missing_name

from ._functions import LINEAR_ALGEBRA as _FUNCTIONS
from ._products import LinAlgError as _LinAlgError

LinAlgError = _LinAlgError
globals().update(_FUNCTIONS)


def __getattr__(name: str) -> Any:
    return _missing_name("numpy.linalg", name, globals())
