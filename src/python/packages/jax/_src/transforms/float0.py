"""Derivatives of integers and booleans: arrays of the type float0, which have no values."""

from __future__ import annotations

from typing import Any

from ..dtypes import float0


def float0_zeros(shape: tuple[int, ...]) -> Any:
    """The derivative of integers of a shape."""
    from numpy._float0 import TypedNdArray

    return TypedNdArray(shape)


def is_float0(leaf: Any) -> bool:
    """Whether a leaf is such a derivative."""
    return getattr(leaf, "dtype", None) is float0
