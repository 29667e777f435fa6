"""Element types."""

from __future__ import annotations

from typing import Any

from ._src.dtypes import canonical as canonicalize_dtype
from ._src.dtypes import extended, issubdtype, prng_key
from ._src.names import missing_name as _missing_name
from ._src.numpy_types import bfloat16, finfo, iinfo, result_type


def __getattr__(name: str) -> Any:
    raise _missing_name("jax.dtypes", name, globals())
