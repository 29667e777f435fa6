"""Element types."""

from __future__ import annotations

from typing import Any

from ._src import dtypes as _dtypes
from ._src.dtypes import canonicalize_dtype, extended, float0, prng_key
from ._src.names import missing_name as _missing_name
from ._src.numpy_types import bfloat16, finfo, iinfo, result_type


def issubdtype(a: Any, b: Any) -> bool:
    """Whether a type lies under another one in NumPy's tree."""
    return _dtypes.issubdtype(a, b)


def __getattr__(name: str) -> Any:
    return _missing_name("jax.dtypes", name, globals())
