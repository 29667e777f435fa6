"""Operators and methods of NumPy's scalars: results keep their type, as NumPy's do."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

_BITS = {"bool": 1, "int8": 8, "uint8": 8, "int16": 16, "float16": 16}
_BITS |= {"int32": 32, "uint32": 32, "float32": 32, "int64": 64, "uint64": 64, "float64": 64}


def _joined(a: str, b: str) -> str:
    """NumPy's type of a result of two types."""
    floats = [name for name in (a, b) if name.startswith("float")]
    if floats:
        # A float has to hold the integer beside it: int32 and float32 give float64.
        whole = max([2 * _BITS[name] for name in (a, b) if name not in (*floats, "bool")], default=16)
        return f"float{min(max([whole, *(_BITS[name] for name in floats)]), 64)}"
    signed = [name for name in (a, b) if name.startswith("int")]
    unsigned = [name for name in (a, b) if name.startswith("uint")]
    if signed and unsigned:
        bits = max(_BITS[signed[0]], 2 * _BITS[unsigned[0]])
        return "float64" if bits > 64 else f"int{bits}"
    return max(a, b, key=lambda name: _BITS[name])


def _type_beside(own: str, other: Any) -> str | None:
    """The type of a result with another operand; None if that is no number."""
    kind = getattr(type(other), "dtype", None)
    if kind is not None:
        return _joined(own, kind.name) if type(other).__module__ == "numpy" and hasattr(other, "item") else None
    if isinstance(other, bool):
        return own
    if isinstance(other, int):
        return "int64" if own == "bool" else own
    if isinstance(other, float):
        return own if own.startswith("float") else "float64"
    return None


def binary(name: str, make: Callable[[str, Any], Any]) -> Callable[[Any, Any], Any]:
    """A scalar's operator; `make` gives a scalar of a type. Arrays answer for themselves."""
    own_side = name.removeprefix("r") if name in _REFLECTED else name
    compute = getattr(operator, own_side)

    def apply(self: Any, other: Any) -> Any:
        kind = _type_beside(type(self).dtype.name, other)
        if kind is None:
            return NotImplemented
        pair = (self.item(), other.item() if hasattr(other, "item") else other)
        try:
            value = compute(*(pair[::-1] if name in _REFLECTED else pair))
        except ZeroDivisionError:
            value = _divided_by_zero(own_side, *(pair[::-1] if name in _REFLECTED else pair))
        if name in COMPARISONS:
            return make("bool", value)
        if own_side == "truediv" and not kind.startswith("float"):
            kind = "float64"
        return make(kind, value)

    return apply


def _divided_by_zero(name: str, top: Any, bottom: Any) -> float:
    if name in ("mod", "floordiv") and not isinstance(bottom, float):
        return 0
    if name == "mod" or top == 0 or top != top:
        return float("nan")
    return float("inf") if top > 0 else float("-inf")


ARITHMETIC = tuple("add sub mul truediv floordiv mod pow".split())
COMPARISONS = tuple("eq ne lt le gt ge".split())
_REFLECTED = frozenset(f"r{name}" for name in ARITHMETIC)
OPERATORS = (*ARITHMETIC, *sorted(_REFLECTED), *COMPARISONS)


def _is_float(scalar: Any) -> bool:
    return isinstance(scalar, float)


def methods(make: Callable[[str, Any], Any], as_array: Callable[[Any], Any]) -> dict[str, Any]:
    """What a scalar shares with arrays, by name."""

    def itself(self: Any, axis: Any = None, **_: Any) -> Any:
        """The number, since there is one alone."""
        return self

    def total(self: Any, axis: Any = None, **_: Any) -> Any:
        """The number; of a bool, as an integer."""
        return make("int64", int(self)) if type(self).dtype.name == "bool" else self

    def mean(self: Any, axis: Any = None, **_: Any) -> Any:
        """The number, as a float."""
        return self if _is_float(self) else make("float64", self)

    def spread(self: Any, axis: Any = None, **_: Any) -> Any:
        """Zero: one number does not vary."""
        return make(type(self).dtype.name if _is_float(self) else "float64", 0.0)

    def rounded(self: Any, decimals: int = 0) -> Any:
        """The number, rounded to so many decimals."""
        return make(type(self).dtype.name, round(self.item(), decimals))

    def truth(self: Any, axis: Any = None, **_: Any) -> Any:
        """Whether the number is not zero."""
        return make("bool", self.item() != 0)

    def astype(self: Any, dtype: Any, copy: bool = True) -> Any:
        """The number in another type."""
        return as_array(self).astype(dtype)[()]

    def clip(self: Any, min: Any = None, max: Any = None) -> Any:
        """The number, moved into the range."""
        return as_array(self).clip(min, max)

    def reshape(self: Any, *shape: Any) -> Any:
        """An array of one element, of this shape."""
        return as_array(self).reshape(*shape)

    def flat(self: Any) -> Any:
        """An array of shape (1,)."""
        return as_array(self).reshape(-1)

    members: dict[str, Any] = dict.fromkeys("max min squeeze copy conj transpose".split(), itself)
    members |= {"sum": total, "prod": total, "mean": mean, "std": spread, "var": spread, "round": rounded}
    members |= dict.fromkeys(("any", "all"), truth) | dict.fromkeys(("ravel", "flatten"), flat)
    members |= {
        "astype": astype,
        "clip": clip,
        "reshape": reshape,
        "T": property(lambda self: self),
        "nbytes": property(lambda self: type(self).dtype.itemsize),
        "itemsize": property(lambda self: type(self).dtype.itemsize),
        "__divmod__": lambda self, other: (self // other, self % other),
        "__rdivmod__": lambda self, other: (other // self, other % self),
        "__round__": lambda self, digits=None: round(self.item()) if digits is None else rounded(self, digits),
        "__neg__": lambda self: make(type(self).dtype.name, -self.item()),
        "__pos__": lambda self: self,
        "__abs__": lambda self: make(type(self).dtype.name, abs(self.item())),
    }
    return members
