"""Names of ``jax.numpy`` that are about types, texts and Python values rather than arrays."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from . import dtypes
from .array import Array, as_array, maybe_array
from .binding import JsException, translated
from .creation import array, asarray, converted


class _ScalarMeta(type):
    """JAX's scalar types: usable as dtypes, callable to make arrays."""

    dtype: Any

    def __call__(cls, x: Any = 0) -> Any:
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
    kind = _ScalarMeta(name, (), {"__module__": "jax.numpy", "dtype": dtypes.dtype(name)})
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


def ndim(a: Any) -> int:
    """Number of axes."""
    return as_array(a, "ndim", 0).ndim


def shape(a: Any) -> tuple[int, ...]:
    """Length of each axis."""
    if hasattr(a, "shape"):
        return tuple(a.shape)
    return as_array(a, "shape", 0).shape


def size(a: Any, axis: Any = None) -> int:
    """Number of elements, or the length of an axis."""
    x = as_array(a, "size", 0)
    if axis is None:
        return x.size
    total = 1
    for i in axis if isinstance(axis, (tuple, list)) else (axis,):
        total *= x.shape[i]
    return total


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
    order = "b" "u" "i" "f" "c"
    if source is target or casting == "unsafe":
        return True
    if casting == "same_kind":
        return order.index(source.kind) <= order.index(target.kind)
    if source.kind == "u" and target.kind == "i" or source.kind in "iu" and target.kind in "fc":
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


class finfo:
    """Limits of a floating type."""

    _LIMITS: dict[str, tuple[float, float, float]] = {
        "float32": (1.1920929e-07, 3.4028235e38, 1.1754944e-38),
        "float16": (0.000977, 65504.0, 6.104e-05),
        "bfloat16": (0.0078125, 3.38953139e38, 1.17549435e-38),
        "float64": (2.220446049250313e-16, 1.7976931348623157e308, 2.2250738585072014e-308),
    }

    def __init__(self, dtype: Any) -> None:
        self.dtype = dtypes.canonical(dtype.dtype if isinstance(dtype, Array) else dtype)
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

    def __init__(self, int_type: Any) -> None:
        self.dtype = dtypes.canonical(int_type.dtype if isinstance(int_type, Array) else int_type)
        if self.dtype.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.bits = self.dtype.itemsize * 8
        signed = self.dtype.kind == "i"
        self.min = -(2 ** (self.bits - 1)) if signed else 0
        self.max = 2 ** (self.bits - 1) - 1 if signed else 2**self.bits - 1

    def __repr__(self) -> str:
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


def isscalar(element: Any) -> bool:
    """Whether a value is a number, not an array with axes."""
    found = maybe_array(element)
    return found is not None and found.ndim == 0


def iscomplexobj(x: Any) -> bool:
    """Whether values are complex numbers; there are none here."""
    return isinstance(x, complex)


def isrealobj(x: Any) -> bool:
    """Whether values are real numbers."""
    return not iscomplexobj(x)


def iterable(y: Any) -> bool:
    """Whether a value can be iterated over."""
    try:
        iter(y)
    except TypeError:
        return False
    return True


def issubclass_(kind: Any, parent: Any) -> bool:
    """Whether a class lies under another one."""
    return isinstance(kind, type) and issubclass(kind, parent)


def broadcast_shapes(*shapes: Any) -> tuple[int, ...]:
    """The shape that arrays of these shapes have together."""
    full = [(shape,) if isinstance(shape, int) else tuple(shape) for shape in shapes]
    rank = max((len(shape) for shape in full), default=0)
    result: list[int] = []
    for axis in range(-rank, 0):
        lengths = {shape[axis] for shape in full if len(shape) >= -axis} - {1}
        if len(lengths) > 1:
            raise ValueError(f"Incompatible shapes for broadcasting: shapes={full}")
        result.append(lengths.pop() if lengths else 1)
    return tuple(result)


def array_equal(a1: Any, a2: Any, equal_nan: bool = False) -> Any:
    """Whether two arrays have the same shape and the same elements."""
    from .. import numpy as jnp

    x, y = asarray(a1), asarray(a2)
    if x.shape != y.shape:
        return asarray(False)
    same = x == y
    if equal_nan and x.dtype.kind == "f":
        same = same | (jnp.isnan(x) & jnp.isnan(y))
    return same.all()


def array_repr(arr: Any, *_: Any, **__: Any) -> str:
    """``repr`` of an array."""
    return repr(asarray(arr))


def array_str(a: Any, *_: Any, **__: Any) -> str:
    """``str`` of an array."""
    return str(asarray(a))


def frombuffer(buffer: Any, dtype: Any = float, count: int = -1, offset: int = 0) -> Any:
    """An array of the bytes of a buffer."""
    from array import array as values

    found = dtypes.requested(dtype, "frombuffer")
    code = {"float32": "f", "int32": "i", "uint32": "I"}.get(found.name)
    if code is None:
        raise NotImplementedError(f"frombuffer of {found.name} works in JAX but not here.")
    data = values(code, bytes(buffer)[offset:])
    return array(list(data)[: None if count < 0 else count], found)


def fromfunction(function: Callable[..., Any], shape: Any, *, dtype: Any = float, **kwargs: Any) -> Any:
    """An array whose elements are a function of their indices."""
    from .. import numpy as jnp
    from ..numpy import arange

    rank = len(shape)
    grids = []
    for axis, n in enumerate(shape):
        index = arange(n, dtype=dtype).reshape([n if i == axis else 1 for i in range(rank)])
        grids.append(jnp.broadcast_to(index, tuple(shape)))
    return function(*grids, **kwargs)


def apply_along_axis(func1d: Callable[..., Any], axis: int, arr: Any, *args: Any, **kwargs: Any) -> Any:
    """A function of one-dimensional slices, applied along an axis."""
    from .. import numpy as jnp
    from .transforms.vmap import vmap

    x = as_array(arr, "apply_along_axis", 2)
    at = axis + x.ndim if axis < 0 else axis
    moved = jnp.moveaxis(x, at, -1)
    mapped: Any = lambda one: func1d(one, *args, **kwargs)
    for _ in range(x.ndim - 1):
        mapped = vmap(mapped)
    result = mapped(moved)
    extra = result.ndim - (x.ndim - 1)
    return jnp.moveaxis(result, tuple(range(x.ndim - 1, result.ndim)), tuple(range(at, at + extra)))


def vectorize(pyfunc: Callable[..., Any], *, excluded: Any = frozenset(), signature: str | None = None) -> Callable[..., Any]:
    """A function of scalars as a function of arrays, by vmap."""
    from .. import numpy as jnp
    from .transforms.flat import named_like
    from .transforms.vmap import vmap

    if signature is not None or excluded:
        raise NotImplementedError("jnp.vectorize with signature or excluded works in JAX but not here.")

    @named_like(pyfunc)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        arrays = jnp.broadcast_arrays(*args)
        mapped: Any = lambda *values: pyfunc(*values, **kwargs)
        for _ in range(arrays[0].ndim):
            mapped = vmap(mapped)
        return mapped(*arrays)

    return wrapped


_options: dict[str, Any] = {"precision": 8, "threshold": 1000, "edgeitems": 3, "linewidth": 75, "suppress": False}


def set_printoptions(**options: Any) -> None:
    """Array texts follow NumPy's defaults here; other options are refused."""
    for name, value in options.items():
        if value is not None and _options.get(name, value) != value:
            raise NotImplementedError(f"set_printoptions({name}={value!r}) works in JAX but not here.")


def get_printoptions() -> dict[str, Any]:
    """The options of array texts."""
    return dict(_options)


@contextlib.contextmanager
def printoptions(**options: Any) -> Iterator[None]:
    """Array texts follow NumPy's defaults here; other options are refused."""
    set_printoptions(**options)
    yield


def save(file: Any, arr: Any, *_: Any, **__: Any) -> None:
    """Refused: there are no files to keep here."""
    raise NotImplementedError("jnp.save works in JAX but not here: a program's files end with it.")


def load(file: Any, *_: Any, **__: Any) -> Any:
    """Refused: there are no files to read here."""
    raise NotImplementedError("jnp.load works in JAX but not here: there are no files to read.")


