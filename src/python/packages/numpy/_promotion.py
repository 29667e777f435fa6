"""What operands become together: Python's numbers give way to the types they meet."""

from __future__ import annotations

from typing import Any

from ._kinds import check_fits, is_float, joined
from ._ndarray import from_any, ndarray


class Operand:
    """A value of an operation: its elements, its shape, and its type, which is None for a number of Python."""

    __slots__ = ("array", "flat", "number", "shape", "type")

    def __init__(self, value: Any) -> None:
        kind = type(value)
        self.number = kind is int or kind is float
        if self.number:
            self.array, self.flat, self.shape, self.type = None, [value], (), None
            return
        array = from_any(value)
        self.array, self.shape, self.type = array, array.shape, array.dtype.name
        self.flat = array._flat


def common(operands: list[Any]) -> str:
    """The type that operands or arrays have together."""
    strong = None
    weak: list[Any] = []
    for one in operands:
        name = one.dtype.name if isinstance(one, ndarray) else one.type
        if name is None:
            weak.append(one.flat[0])
        else:
            strong = name if strong is None else joined(strong, name)
    if not weak:
        return strong or "float64"
    if any(type(value) is float for value in weak):
        return strong if strong is not None and is_float(strong) else "float64"
    if strong is None or strong == "bool":
        strong = "int64"
    for value in weak:
        check_fits(value, strong)
    return strong
