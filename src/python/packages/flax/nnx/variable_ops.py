"""Arithmetic of Variables: each operator reads the value and gives a plain array."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

_BINARY = (
    "add sub mul matmul truediv floordiv mod pow lshift rshift and xor or "
    "radd rsub rmul rmatmul rtruediv rfloordiv rmod rpow rlshift rrshift rand rxor ror eq"
).split()
_UNARY = "neg pos abs invert complex int float index trunc floor ceil".split()

# The advice of each in-place operator; the first three name the form that works for arrays.
_IN_PLACE = {
    "iadd": "variable[...] += x`",
    "isub": "variable[...] -= x`",
    "imul": "variable[...] *= x`",
    "imatmul": "variable.value @= x`",
    "itruediv": "variable.value /= x`",
    "ifloordiv": "variable.value //= x``",
    "imod": "variable.value %= x`",
    "ipow": "variable.value **= x``",
    "ilshift": "variable.value <<= x``",
    "irshift": "variable.value >>= x``",
    "iand": "variable.value &= x`",
    "ixor": "variable.value ^= x`",
    "ior": "variable.value |= x`",
}


class VariableOperators:
    """Mixin of a container with ``get_value`` that makes it act like its value."""

    __slots__ = ()
    # Comparison is elementwise, as an array's is, so a Variable cannot be a key.
    __hash__ = None  # type: ignore[assignment]

    if TYPE_CHECKING:

        def _operator(self, other: Any) -> Any: ...

        __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _operator
        __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _operator
        __matmul__ = __rmatmul__ = __pow__ = __rpow__ = __mod__ = __rmod__ = _operator

    def get_value(self) -> Any:
        """The value that the operators read."""
        raise NotImplementedError

    def __jax_array__(self) -> Any:
        return self.get_value()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.get_value()(*args, **kwargs)

    def __len__(self) -> int:
        return len(self.get_value())

    def __iter__(self) -> Iterator[Any]:
        return iter(self.get_value())

    def __contains__(self, item: Any) -> bool:
        return item in self.get_value()

    def __round__(self, ndigits: int = 0) -> Any:
        return self.get_value().__round__(ndigits)


def _binary(name: str) -> Callable[[Any, Any], Any]:
    def operator(self: Any, other: Any) -> Any:
        if isinstance(other, VariableOperators):
            other = other.get_value()
        elif other is None or isinstance(other, str):
            # Python's own error, which names the Variable's class.
            return NotImplemented
        return getattr(self.get_value(), name)(other)

    operator.__name__ = name
    return operator


def _unary(name: str) -> Callable[[Any], Any]:
    def operator(self: Any) -> Any:
        return getattr(self.get_value(), name)()

    operator.__name__ = name
    return operator


def _in_place(name: str, advice: str) -> Callable[[Any, Any], Any]:
    def operator(self: Any, other: Any) -> Any:
        raise NotImplementedError(f"In-place operations are no longer supported for Variable.\nUse `{advice} instead.")

    operator.__name__ = name
    return operator


for _name in _BINARY:
    setattr(VariableOperators, f"__{_name}__", _binary(f"__{_name}__"))
for _name in _UNARY:
    setattr(VariableOperators, f"__{_name}__", _unary(f"__{_name}__"))
for _name, _advice in _IN_PLACE.items():
    setattr(VariableOperators, f"__{_name}__", _in_place(f"__{_name}__", _advice))
