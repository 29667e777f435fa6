"""NumPy's scalar types: Python numbers that know their dtype."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
from jax._src.dtypes import dtype, generic

from ._scalar_members import COMPARISONS, OPERATORS, binary, methods


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
            from ._functions import asarray

            return asarray(value, cls)
        number = value.item() if hasattr(value, "item") else value
        if name in ("float16", "float32"):
            number = getattr(jnp, name)(number).item()
        elif base is int:
            number = _wrapped_around(int(number), name)
        return base.__new__(cls, number)

    def item(self: Any) -> Any:
        """The value as a number of Python's own."""
        return base(self)

    members = {
        **_shared(),
        "__doc__": f"One number of the type {name}.",
        "__new__": new,
        "__module__": "numpy",
        "__repr__": lambda self: (
            f"np.{name}({base(self)!r})" if base is not float else f"np.{name}({_shortest(self, name)})"
        ),
        "__str__": lambda self: _shortest(self, name) if base is float else base.__repr__(self),
        "__jax_array__": lambda self: jnp.asarray(base(self), found),
        "__hash__": base.__hash__,
        "dtype": found,
        "shape": (),
        "ndim": 0,
        "size": 1,
        "item": item,
        "tolist": item,
    }
    return _ScalarMeta(name, (base, found.parent), members)


def _wrapped_around(number: int, name: str) -> int:
    """An integer as so many bits hold it."""
    bits = dtype(name).itemsize * 8
    number %= 1 << bits
    return number - (1 << bits) if name[0] == "i" and number >> (bits - 1) else number


def _shared() -> dict[str, Any]:
    """Operators and methods of all scalars."""
    return {f"__{name}__": binary(name, _made) for name in OPERATORS} | methods(_made, _as_array)


def _made(kind: str, value: Any) -> Any:
    return scalar_of(kind, value)


def _as_array(value: Any) -> Any:
    from ._ndarray import ndarray

    return ndarray(value.__jax_array__(), type(value).dtype)


def _shortest(value: Any, name: str) -> str:
    return str(getattr(jnp, name)(float(value))) if name != "float64" else float.__repr__(float(value))


float16: Any = _scalar_type("float16", float)
float32: Any = _scalar_type("float32", float)
float64: Any = _scalar_type("float64", float)
int8: Any = _scalar_type("int8", int)
int16: Any = _scalar_type("int16", int)
int32: Any = _scalar_type("int32", int)
int64: Any = _scalar_type("int64", int)
uint8: Any = _scalar_type("uint8", int)
uint32: Any = _scalar_type("uint32", int)
uint64: Any = _scalar_type("uint64", int)


class bool_(int, generic, metaclass=_ScalarMeta):
    """NumPy's truth value."""

    dtype = dtype("bool")
    shape = ()
    ndim = 0

    def __new__(cls, value: Any = False) -> bool_:
        return int.__new__(cls, bool(value))

    def __repr__(self) -> str:
        return f"np.{bool(self)}_"

    def __str__(self) -> str:
        return str(bool(self))

    def __jax_array__(self) -> Any:
        return jnp.asarray(bool(self))

    def item(self) -> bool:
        """Python's bool."""
        return bool(self)


bool_.__module__ = "numpy"
for _name in COMPARISONS:
    setattr(bool_, f"__{_name}__", binary(_name, _made))
_TYPES = {
    kind.dtype.name: kind
    for kind in (float16, float32, float64, int8, int16, int32, int64, uint8, uint32, uint64, bool_)
}


def scalar_of(name: str, value: Any) -> Any:
    """NumPy's scalar of a type."""
    kind = _TYPES.get(name)
    return value if kind is None else kind(value)
