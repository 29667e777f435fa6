"""NumPy's scalar types: Python numbers that know their dtype."""

from __future__ import annotations

from typing import Any

from jax._src.binding import facade, to_js
from jax._src.dtypes import dtype, generic

from ._kinds import check_fits, held, wrapped_around
from ._ndarray import from_any
from ._scalar_members import methods, operators


class _ScalarMeta(type):
    """Scalar types are equal to their dtype."""

    dtype: Any

    def __eq__(cls, other: object) -> bool:
        return cls is other or (not isinstance(other, str) and bool(cls.dtype == other))

    def __hash__(cls) -> int:
        return hash(cls.dtype)


def _scalar_type(name: str, base: Any) -> Any:
    found = dtype(name)

    def new(cls: Any, value: Any = 0) -> Any:
        if isinstance(value, (list, tuple)):
            return from_any(value, cls)
        if getattr(value, "ndim", 0):
            return from_any(value).astype(cls)
        if type(value) is int:
            check_fits(value, name)
        own = getattr(value, "item", None)
        number = value if own is None else own()
        return base.__new__(cls, held([base(number)], name)[0])

    def item(self: Any) -> Any:
        """The value as a number of Python's own."""
        return base(self)

    members = {
        **operators(),
        **methods(scalar_of, from_any),
        "__doc__": f"One number of the type {name}.",
        "__new__": new,
        "__module__": "numpy",
        "__repr__": lambda self: f"np.{name}({_shortest(self, name) if base is float else base(self)!s})",
        "__str__": lambda self: _shortest(self, name) if base is float else base.__repr__(self),
        "__jax_array__": lambda self: from_any(self)._values,
        "__hash__": base.__hash__,
        "dtype": found,
        "shape": (),
        "ndim": 0,
        "size": 1,
        "item": item,
        "tolist": item,
    }
    return _ScalarMeta(name, (base, found.parent), members)


def _shortest(value: Any, name: str) -> str:
    if name == "float64":
        return float.__repr__(float(value))
    return str(facade.elementsText(name, to_js([]), to_js([float(value)]), "str"))


def scalar_of(name: str, value: Any) -> Any:
    """NumPy's scalar of a type; an integer is wrapped around where it is too large."""
    kind = _TYPES.get(name)
    if kind is None:
        return value
    return kind(wrapped_around(value, name) if type(value) is int and "int" in name else value)


_TYPES: dict[str, Any] = {}
float16: Any = _scalar_type("float16", float)
float32: Any = _scalar_type("float32", float)
float64: Any = _scalar_type("float64", float)
int8: Any = _scalar_type("int8", int)
int16: Any = _scalar_type("int16", int)
int32: Any = _scalar_type("int32", int)
int64: Any = _scalar_type("int64", int)
uint8: Any = _scalar_type("uint8", int)
uint16: Any = _scalar_type("uint16", int)
uint32: Any = _scalar_type("uint32", int)
uint64: Any = _scalar_type("uint64", int)


def _truth(cls: Any, value: Any = False) -> Any:
    if isinstance(value, (list, tuple)) or getattr(value, "ndim", 0):
        return from_any(value).astype("bool")
    return int.__new__(cls, bool(value))


def _as_bool(self: Any) -> bool:
    """The value as one of Python's own."""
    return bool(self)


bool_: Any = _ScalarMeta(
    "bool",
    (int, generic),
    {
        **operators(),
        **methods(scalar_of, from_any),
        "__doc__": "NumPy's truth value.",
        "__new__": _truth,
        "__module__": "numpy",
        "__repr__": lambda self: f"np.{bool(self)}_",
        "__str__": lambda self: str(bool(self)),
        "__format__": lambda self, spec: format(bool(self), spec) if spec else str(bool(self)),
        "__jax_array__": lambda self: from_any(self)._values,
        "__hash__": int.__hash__,
        "dtype": dtype("bool"),
        "shape": (),
        "ndim": 0,
        "size": 1,
        "item": _as_bool,
        "tolist": _as_bool,
    },
)
_TYPES |= {
    kind.dtype.name: kind
    for kind in (float16, float32, float64, int8, int16, int32, int64, uint8, uint16, uint32, uint64, bool_)
}
