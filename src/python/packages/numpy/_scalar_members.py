"""Operators and methods of NumPy's scalars: results keep their type, as NumPy's do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._elementwise import elementwise
from ._operators import BINARY, COMPARISONS, UNARY


def _is_number(value: Any) -> bool:
    if isinstance(value, (int, float)):
        return True
    return type(value).__module__ == "numpy" and hasattr(value, "item") and not hasattr(value, "_cells")


def operators() -> dict[str, Any]:
    """A scalar's operators; arrays answer for themselves."""
    found: dict[str, Any] = {}
    for operator, name in (BINARY | COMPARISONS).items():
        found[f"__{operator}__"] = lambda self, other, _name=name: (
            elementwise(_name, (self, other), scalar=True) if _is_number(other) else NotImplemented
        )
        if operator in BINARY:
            found[f"__r{operator}__"] = lambda self, other, _name=name: (
                elementwise(_name, (other, self), scalar=True) if _is_number(other) else NotImplemented
            )
    for operator, name in UNARY.items():
        found[f"__{operator}__"] = lambda self, _name=name: elementwise(_name, (self,))
    return found


def _is_float(scalar: Any) -> bool:
    return isinstance(scalar, float)


def methods(make: Callable[[str, Any], Any], as_array: Callable[[Any], Any]) -> dict[str, Any]:
    """What a scalar shares with arrays, by name."""

    def itself(self: Any, axis: Any = None, **_: Any) -> Any:
        """The number, since there is one alone."""
        return self

    def total(self: Any, axis: Any = None, **_: Any) -> Any:
        """The number; of an integer or a bool in 64 bits."""
        return as_array(self).sum()

    def mean(self: Any, axis: Any = None, **_: Any) -> Any:
        """The number, as a float."""
        return self if _is_float(self) else make("float64", self)

    def spread(self: Any, axis: Any = None, **_: Any) -> Any:
        """Zero: one number does not vary."""
        return make(type(self).dtype.name if _is_float(self) else "float64", 0.0)

    def rounded(self: Any, decimals: int = 0) -> Any:
        """The number, rounded to so many decimals."""
        return as_array(self).round(decimals)

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

    def chosen(self: Any, index: Any) -> Any:
        """The number for ``[()]``, an array for ``[None]`` and ``[...]``."""
        return as_array(self)[index]

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
        "__getitem__": chosen,
        "__divmod__": lambda self, other: (self // other, self % other),
        "__rdivmod__": lambda self, other: (other // self, other % self),
        "__round__": lambda self, digits=None: round(self.item()) if digits is None else rounded(self, digits),
    }
    return members
