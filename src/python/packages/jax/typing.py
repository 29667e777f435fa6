"""Types for annotations."""

from __future__ import annotations

from typing import Any

from ._src.array import Array as _Array

ArrayLike = _Array | bool | int | float
DTypeLike = Any
