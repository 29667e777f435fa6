"""Arrays without values: what JAX gives as the derivative of integers."""

from __future__ import annotations

from array import array as buffer
from typing import Any

from jax._src.dtypes import float0

from ._ndarray import Cells, ndarray


def _text(shape: tuple[int, ...], comma: str, indent: int) -> str:
    if not shape:
        return "(b'',)"
    deep = len(shape) > 1
    gap = comma + ("\n" * (len(shape) - 1) + " " * (indent + 1) if deep else " ")
    return f"[{gap.join([_text(shape[1:], comma, indent + 1)] * shape[0])}]"


class Float0Array(ndarray):
    """An array of the type ``jax.dtypes.float0``."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        super().__init__(Cells(buffer("B")), shape, float0, range(0), False)

    def __repr__(self) -> str:
        return f"array({_text(self.shape, ',', 6)}, dtype={float0})"

    def __str__(self) -> str:
        return _text(self.shape, "", 0)

    def __getitem__(self, index: Any) -> Any:
        raise NotImplementedError("Elements of float0 arrays, which have no values, are not on this page.")


class TypedNdArray(Float0Array):
    """A float0 array as a transformation of JAX gives it."""

    def __repr__(self) -> str:
        return f"TypedNdArray({_text(self.shape, ',', 13)}, dtype=void)"


Float0Array.__name__ = Float0Array.__qualname__ = "ndarray"
Float0Array.__module__ = "numpy"
TypedNdArray.__module__ = "jax._src.literals"
