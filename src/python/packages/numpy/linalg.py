"""NumPy's linear algebra, by ``jax.numpy.linalg``."""

from __future__ import annotations

from typing import Any

from jax._src.functions import FUNCTIONS as _JAX
from jax._src.names import missing_name as _missing_name

from ._functions import wrapped_function as _wrapped

globals().update({name: _wrapped(function) for name, function in _JAX["jax.numpy.linalg"].items()})


def __getattr__(name: str) -> Any:
    raise _missing_name("numpy.linalg", name, globals())
