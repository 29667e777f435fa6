"""Names for annotations."""

from __future__ import annotations

from typing import Any

from ._ndarray import ndarray

ArrayLike = Any
DTypeLike = Any
NDArray = ndarray
