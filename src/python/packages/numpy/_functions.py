"""NumPy's functions, by those of ``jax.numpy``."""

from __future__ import annotations

import functools
import inspect
from typing import Any

import jax.numpy as jnp
from jax._src.array import Array
from jax._src.dtypes import KeyType, canonical, dtype
from jax._src.errors import TracerArrayConversionError
from jax._src.functions import FUNCTIONS as _JAX
from jax._src.numpy_extra import printoptions

from ._ndarray import _is_wide, _plain, check_broadcast, ndarray, result


def array(object: Any, dtype: Any = None, copy: bool = True, ndmin: int = 0) -> ndarray:
    """Make an array: of numbers, nested lists, or other arrays. Python's numbers count as 64-bit."""
    return _made(object, dtype, ndmin)


def asarray(a: Any, dtype: Any = None) -> ndarray:
    """An array of what is given; one of ours of the right dtype is returned as it is."""
    if isinstance(a, ndarray) and (dtype is None or a.dtype == dtype):
        return a
    made = _made(a, dtype, 0)
    # NumPy sees the memory of a JAX array and may not write there.
    made._writable = not (isinstance(a, Array) and made.dtype == a.dtype)
    return made


def _made(value: Any, kind: Any, ndmin: int) -> ndarray:
    if isinstance(value, Array) and value._id < 0:
        raise TracerArrayConversionError(value)
    plain = _deep(value)
    values = jnp.array(plain, None if kind is None else canonical(kind), ndmin=ndmin)
    if kind is not None:
        return ndarray(values, dtype(kind))
    own = getattr(value, "dtype", None)
    if own is None:
        leaves = _leaves(value)
        narrow = leaves and all(hasattr(leaf, "dtype") and not _is_wide(leaf) for leaf in leaves)
        own = values.dtype if narrow else None
    if own is not None:
        return ndarray(values, own)
    wide = {"float32": "float64", "int32": "int64"}.get(values.dtype.name, values.dtype.name)
    return ndarray(values, wide if isinstance(wide, KeyType) else dtype(wide))


def _deep(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_deep(one) for one in value]
    item: Any = getattr(value, "item", None) if isinstance(value, (int, float)) else None
    return _plain(value) if item is None else item()


def _leaves(value: Any) -> list[Any]:
    """What stands in nested lists."""
    if isinstance(value, (list, tuple)):
        return [leaf for one in value for leaf in _leaves(one)]
    return [value]


def _operands(args: tuple[Any, ...]) -> list[Any]:
    """Arguments, with the elements of a list in its place where they have types of their own."""
    found: list[Any] = []
    for one in args:
        leaves = _leaves(one)
        found += leaves if leaves and all(hasattr(leaf, "dtype") for leaf in leaves) else [one]
    return found


def _creator(name: str, kind: str | None) -> Any:
    function = getattr(jnp, name)
    place = {"zeros": 1, "ones": 1, "empty": 1, "full": 2, "arange": 3}.get(name, 9)

    @functools.wraps(function)
    def create(*args: Any, dtype: Any = None, **kwargs: Any) -> Any:
        if len(args) > place:
            args, dtype = args[:-1], args[-1]
        if dtype is not None:
            kwargs["dtype"] = canonical(dtype)
        return _typed(function(*[_plain(one) for one in args], **kwargs), dtype or kind)

    create.__module__ = "numpy"
    create.__signature__ = _without_result(function)  # type: ignore[attr-defined]
    create.__annotations__ = {"return": "ndarray"}
    return create


def _typed(made: Any, kind: Any) -> ndarray:
    if kind is None:
        kind = {"float32": "float64", "int32": "int64"}.get(made.dtype.name, made.dtype.name)
    return ndarray(made, dtype(kind))


_METHODS = frozenset(
    "all any argmax argmin argpartition argsort choose clip compress cumprod cumsum diagonal max mean min nonzero prod "
    "ptp ravel repeat reshape round searchsorted squeeze std sum swapaxes take trace transpose var".split()
)
"""Functions that NumPy hands to a method of what is no array of its own."""

_BINARY = frozenset(
    "add arctan2 divide equal floor_divide greater greater_equal hypot less less_equal maximum minimum mod multiply "
    "not_equal power remainder subtract true_divide".split()
)
_SHAPING = frozenset("squeeze reshape transpose swapaxes".split())
"""Functions that give an array where others give a number."""


def _kind_of(made: Array, args: Any) -> str:
    name = made.dtype.name
    operands = [one for one in _operands(args) if hasattr(one, "dtype")]
    wide = any(_is_wide(one) for one in operands) or not operands
    return str({"float32": "float64", "int32": "int64"}.get(name, name)) if wide else str(name)


def wrapped_function(function: Any) -> Any:
    """A function of the page that takes and gives NumPy's arrays."""

    name = function.__name__

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        if name in _METHODS and args and isinstance(args[0], Array):
            # NumPy asks such an array for its own method.
            return function(*args, **kwargs)
        given = [_listed(one) for one in args]
        options = {
            key: canonical(value) if key == "dtype" and value is not None else _plain(value)
            for key, value in kwargs.items()
        }
        for one in given:
            if isinstance(one, Array) and one._id < 0:
                raise TracerArrayConversionError(one)
        if name in _BINARY and len(given) > 1:
            check_broadcast(given[0], given[1])
        made = function(*given, **options)
        return ndarray(made, dtype(_kind_of(made, args))) if name in _SHAPING else result(made, _operands(args))

    call.__module__ = "numpy"
    call.__signature__ = _without_result(function)  # type: ignore[attr-defined]
    return call


def _without_result(function: Any) -> inspect.Signature:
    """The signature of jax.numpy's function: here it gives NumPy's arrays and numbers instead."""
    return inspect.signature(function).replace(return_annotation=inspect.Signature.empty)


def _listed(value: Any) -> Any:
    """Lists of numbers count as arrays, lists of arrays stay lists."""
    if isinstance(value, (list, tuple)) and value and not isinstance(value[0], (Array, ndarray, str)):
        try:
            return jnp.array(_deep(value)) if isinstance(value, list) else tuple(_plain(one) for one in value)
        except TypeError, ValueError:
            return value
    if isinstance(value, (list, tuple)):
        return type(value)(_plain(one) for one in value)
    return _plain(value)


def array_equal(a1: Any, a2: Any) -> bool:
    """Whether two arrays have the same shape and elements."""
    return bool(jnp.array_equal(asarray(a1)._values, asarray(a2)._values))


def allclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Whether two arrays are equal within tolerances."""
    return bool(jnp.allclose(asarray(a)._values, asarray(b)._values, rtol, atol, equal_nan))


def shape(a: Any) -> tuple[int, ...]:
    """Length of each axis."""
    return asarray(a).shape


def ndim(a: Any) -> int:
    """Number of axes."""
    return asarray(a).ndim


def size(a: Any) -> int:
    """Number of elements."""
    return asarray(a).size


def meshgrid(*xi: Any, copy: bool = True, sparse: bool = False, indexing: str = "xy") -> tuple[ndarray, ...]:
    """Coordinates of a grid, one array for each axis."""
    given = [asarray(one) for one in xi]
    made = jnp.meshgrid(*[one._values for one in given], sparse=sparse, indexing=indexing)
    return tuple(ndarray(values, one.dtype) for values, one in zip(made, given, strict=True))


def iterable(y: Any) -> bool:
    """Whether a value can be iterated over."""
    return hasattr(y, "__iter__")


def array_str(a: Any) -> str:
    """The text that ``print`` shows of an array."""
    return str(asarray(a))


def array_repr(arr: Any) -> str:
    """The text of an array with its name and dtype."""
    return repr(asarray(arr))


def array2string(a: Any, separator: str = " ", precision: int | None = None, **options: Any) -> str:
    """The text of an array's elements."""
    if separator != " " or any(value is not None for value in options.values()):
        raise NotImplementedError("np.array2string takes only precision here; NumPy has more options.")
    with printoptions(precision=precision):
        return str(asarray(a))


FUNCTIONS: dict[str, Any] = {name: wrapped_function(function) for name, function in _JAX["jax.numpy"].items()}
FUNCTIONS.update(
    {name: _creator(name, "float64") for name in ("zeros", "ones", "empty", "linspace", "eye", "identity")}
)
FUNCTIONS.update({name: _creator(name, None) for name in ("full", "arange")})
FUNCTIONS.update(
    {
        "array": array,
        "array2string": array2string,
        "array_repr": array_repr,
        "array_str": array_str,
        "iterable": iterable,
        "meshgrid": meshgrid,
        "asarray": asarray,
        "array_equal": array_equal,
        "allclose": allclose,
        "shape": shape,
        "ndim": ndim,
        "size": size,
    }
)
