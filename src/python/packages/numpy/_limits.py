"""Limits of NumPy's types, which are not narrowed to 32 bits."""

from __future__ import annotations

from typing import Any

from jax._src import numpy_types
from jax._src.dtypes import dtype as _dtype

from ._scalars import scalar_of


def _type_of(value: Any) -> Any:
    return _dtype(getattr(value, "dtype", value))


class finfo(numpy_types.finfo):
    """Limits of a floating type."""

    _type_of = staticmethod(_type_of)

    def __init__(self, dtype: Any) -> None:
        super().__init__(dtype)
        for name in ("eps", "max", "min", "tiny", "smallest_normal", "resolution"):
            setattr(self, name, scalar_of(self.dtype.name, getattr(self, name)))


class iinfo(numpy_types.iinfo):
    """Limits of a whole-number type."""

    _type_of = staticmethod(_type_of)


finfo.__module__ = iinfo.__module__ = "numpy"
