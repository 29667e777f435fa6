"""Operators of arrays."""

from __future__ import annotations

from typing import Any

from jax._src.array import Array

from ._elementwise import elementwise, in_place
from ._kinds import held
from ._ndarray import from_any, ndarray
from ._products import matmul

BINARY = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide",
    "mod": "remainder", "pow": "power", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor",
    "lshift": "left_shift", "rshift": "right_shift",
}  # fmt: skip
"""Operators by the functions they call."""
COMPARISONS = {
    "eq": "equal", "ne": "not_equal", "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal",
}  # fmt: skip
UNARY = {"neg": "negative", "pos": "positive", "abs": "absolute", "invert": "invert"}


def _is_operand(value: Any) -> bool:
    if isinstance(value, (ndarray, int, float, list, tuple, range)):
        return True
    return hasattr(value, "__array__") and not isinstance(value, Array)


def _forward(operator: str, name: str) -> None:
    def apply(self: ndarray, other: Any) -> Any:
        # JAX's arrays answer for both.
        return elementwise(name, (self, other)) if _is_operand(other) else NotImplemented

    def reflected(self: ndarray, other: Any) -> Any:
        return elementwise(name, (other, self)) if _is_operand(other) else NotImplemented

    def change(self: ndarray, other: Any) -> ndarray:
        return in_place(name, self, other)

    setattr(ndarray, f"__{operator}__", apply)
    if operator in BINARY:
        setattr(ndarray, f"__r{operator}__", reflected)
        setattr(ndarray, f"__i{operator}__", change)


def _matmul(self: ndarray, other: Any) -> Any:
    return matmul(self, other) if _is_operand(other) else NotImplemented


def _rmatmul(self: ndarray, other: Any) -> Any:
    return matmul(other, self) if _is_operand(other) else NotImplemented


def _imatmul(self: ndarray, other: Any) -> ndarray:
    found = matmul(self, from_any(other))
    self._check_writable("output array is read-only")
    self._write(range(self.size), held(found._flat, self.dtype.name))
    return self


def bind_operators() -> None:
    """Gives arrays their operators."""
    for operator, name in (BINARY | COMPARISONS).items():
        _forward(operator, name)
    for operator, name in UNARY.items():
        setattr(ndarray, f"__{operator}__", lambda self, _name=name: elementwise(_name, (self,)))
    methods: dict[str, Any] = {"matmul": _matmul, "rmatmul": _rmatmul, "imatmul": _imatmul}
    methods["divmod"] = lambda self, other: (self // other, self % other)
    for name, method in methods.items():
        setattr(ndarray, f"__{name}__", method)
    ndarray.__hash__ = None
