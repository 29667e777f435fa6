"""Names of ``jax.numpy`` about element types: scalar types, their limits, what they become together."""

from __future__ import annotations

from typing import Any, ClassVar

from . import dtypes
from .array import Array, as_array, maybe_array
from .binding import JsException, translated
from .creation import asarray, converted


class _ScalarMeta(type):
    """JAX's scalar types: usable as dtypes, callable to make arrays."""

    dtype: Any

    def __call__(cls, x: Any) -> Any:
        if isinstance(x, str):
            x = float(x)
        return asarray(x, cls.dtype)

    def __eq__(cls, other: object) -> bool:
        return cls is other or (not isinstance(other, str) and bool(cls.dtype == other))

    def __hash__(cls) -> int:
        return hash(cls.dtype)

    def __instancecheck__(cls, value: Any) -> bool:
        return False


def _scalar_type(name: str) -> Any:
    doc = f"The element type {name}; called with a value, an array of it."
    kind = _ScalarMeta(name, (), {"__module__": "jax.numpy", "__doc__": doc, "dtype": dtypes.dtype(name)})
    dtypes.dtype(name).type = kind
    return kind


bool_: Any = _scalar_type("bool")
int8: Any = _scalar_type("int8")
int16: Any = _scalar_type("int16")
int32: Any = _scalar_type("int32")
int64: Any = _scalar_type("int64")
uint8: Any = _scalar_type("uint8")
uint16: Any = _scalar_type("uint16")
uint32: Any = _scalar_type("uint32")
uint64: Any = _scalar_type("uint64")
float16: Any = _scalar_type("float16")
bfloat16: Any = _scalar_type("bfloat16")
float32: Any = _scalar_type("float32")
float64: Any = _scalar_type("float64")
complex64: Any = _scalar_type("complex64")
complex128: Any = _scalar_type("complex128")


def astype(x: Any, dtype: Any, /, *, copy: bool = False, device: Any = None) -> Any:
    """An array in another dtype."""
    return converted(as_array(x, "astype", 0), dtypes.requested(dtype, "astype"))


def _type_of(value: Any) -> tuple[Any, bool]:
    if value is float or value is int or value is complex:
        return dtypes.canonical(value), True
    if value is bool:
        return dtypes.dtype("bool"), False
    found = maybe_array(value)
    if found is not None:
        return found.dtype, found.weak_type
    return dtypes.canonical(value), False


def result_type(*arrays_and_dtypes: Any, return_weak_type_flag: bool = False) -> Any:
    """The type of an operation on these arrays, numbers and dtypes."""
    if not arrays_and_dtypes:
        raise ValueError("at least one array or dtype is required")
    found, *rest = [_type_of(value) for value in arrays_and_dtypes]
    try:
        for other in rest:
            found = dtypes.joined(found, other)
    except JsException as error:
        raise translated(error) from None
    return found if return_weak_type_flag else found[0]


def promote_types(a: Any, b: Any) -> Any:
    """The type that two types have together."""
    return result_type(a, b)


def can_cast(from_: Any, to: Any, casting: str = "safe") -> bool:
    """Whether values keep their meaning in another type."""
    source, target = dtypes.dtype(from_), dtypes.dtype(to)
    order = "buifc"
    if source is target or casting == "unsafe":
        return True
    if casting == "same_kind":
        return order.index(source.kind) <= order.index(target.kind)
    if (source.kind == "u" and target.kind == "i") or (source.kind in "iu" and target.kind in "fc"):
        return source.itemsize < target.itemsize
    return order.index(source.kind) <= order.index(target.kind) and source.itemsize <= target.itemsize


def isdtype(dtype: Any, kind: Any) -> bool:
    """Whether a type is of a kind such as ``"integral"`` or ``"real floating"``."""
    found = dtypes.dtype(dtype)
    kinds = kind if isinstance(kind, tuple) else (kind,)
    tests = {
        "bool": dtypes.generic if found.name == "bool" else None,
        "signed integer": dtypes.signedinteger,
        "unsigned integer": dtypes.unsignedinteger,
        "integral": dtypes.integer,
        "real floating": dtypes.floating,
        "complex floating": dtypes.complexfloating,
        "numeric": dtypes.number,
    }
    for one in kinds:
        if isinstance(one, str):
            if one not in tests:
                raise ValueError(f"Unrecognized kind={one!r} expected one of {list(tests)}, or a dtype or scalar type.")
            parent = tests[one]
            if parent is not None and issubclass(found.parent, parent):
                return True
        elif found == dtypes.dtype(one):
            return True
    return False


def _limits_of(value: Any) -> Any:
    return dtypes.canonical(value.dtype if isinstance(value, Array) else value)


class finfo:
    """Limits of a floating type."""

    _type_of = staticmethod(_limits_of)

    _LIMITS: ClassVar[dict[str, tuple[float, float, float]]] = {
        "float32": (1.1920929e-07, 3.4028235e38, 1.1754944e-38),
        "float16": (0.000977, 65504.0, 6.104e-05),
        "bfloat16": (0.0078125, 3.38953139e38, 1.17549435e-38),
        "float64": (2.220446049250313e-16, 1.7976931348623157e308, 2.2250738585072014e-308),
    }

    def __init__(self, dtype: Any) -> None:
        self.dtype = self._type_of(dtype)
        if self.dtype.name not in self._LIMITS:
            raise ValueError(f"data type {self.dtype!r} not inexact")
        self.eps, self.max, self.tiny = self._LIMITS[self.dtype.name]
        self.min = -self.max
        self.smallest_normal = self.tiny
        self.bits = self.dtype.itemsize * 8
        self.resolution = {"float32": 1e-6, "float16": 0.001, "bfloat16": 0.01}.get(self.dtype.name, 1e-15)

    def __repr__(self) -> str:
        return f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"


class iinfo:
    """Limits of a whole-number type."""

    _type_of = staticmethod(_limits_of)

    def __init__(self, int_type: Any) -> None:
        self.dtype = self._type_of(int_type)
        if self.dtype.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.bits = self.dtype.itemsize * 8
        signed = self.dtype.kind == "i"
        self.min = -(2 ** (self.bits - 1)) if signed else 0
        self.max = 2 ** (self.bits - 1) - 1 if signed else 2**self.bits - 1

    def __repr__(self) -> str:
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"
