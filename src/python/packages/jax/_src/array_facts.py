"""What an array is called by the JavaScript end, and its shape and element type."""

from __future__ import annotations

from typing import Any

from .aval import ShapedArray, aval_from
from .binding import facade
from .dtypes import KEY

key_class: list[Any] = []
"""The class of arrays of keys."""


class ArrayFacts:
    """An array's number, shape and dtype. The number is given back when the last reference goes."""

    __slots__ = ("__weakref__", "_aval", "_id")

    def __init__(self, number: int) -> None:
        self._id = number
        self._aval: ShapedArray | None = None

    def __del__(self) -> None:
        facade.release(self._id)

    @property
    def aval(self) -> ShapedArray:
        """Shape, dtype and weak flag together."""
        aval = self._aval
        if aval is None:
            aval = self._aval = aval_from(facade.avalOf(self._id))
            if aval.dtype is KEY and self._id > 0:
                self.__class__ = key_class[0]
        return aval

    @property
    def shape(self) -> tuple[int, ...]:
        """Length of each axis."""
        return self.aval.shape

    @property
    def dtype(self) -> Any:
        """Element type."""
        return self.aval.dtype

    @property
    def weak_type(self) -> bool:
        """Whether the array takes the other operand's type, as a Python number does."""
        return self.aval.weak_type

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return self.aval.ndim

    @property
    def size(self) -> int:
        """Number of elements."""
        return self.aval.size

    @property
    def itemsize(self) -> int:
        """Bytes of one element."""
        return self.aval.dtype.itemsize

    @property
    def nbytes(self) -> int:
        """Bytes of all elements."""
        return self.aval.size * self.aval.dtype.itemsize
