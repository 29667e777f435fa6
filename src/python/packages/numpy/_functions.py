"""NumPy's functions: in NumPy's types where they are written for them, else those of ``jax.numpy`` in 32 bits."""

from __future__ import annotations

import functools
import inspect
from typing import Any

import jax.numpy as jnp
from jax._src.array import Array
from jax._src.dtypes import canonical
from jax._src.functions import FUNCTIONS as _JAX
from jax._src.numpy_extra import printoptions

from ._arrangements import NAMES as _ARRANGED
from ._arrangements import arrange, ravel, reshape
from ._creation import CREATION, asarray
from ._elementwise import elementwise, known
from ._kinds import WIDE, held
from ._ndarray import from_any, from_page, made, ndarray, number_or_array
from ._ordering import ORDERING
from ._products import LINALG, PRODUCTS
from ._reductions import REDUCTIONS

METHODS = frozenset(
    "all any argmax argmin argpartition argsort clip cumprod cumsum diagonal dot max mean min nonzero "
    "prod ptp ravel repeat reshape round searchsorted squeeze std sum swapaxes take trace transpose var".split()
)
"""Functions that are methods of arrays too."""


def own_function(name: str, function: Any, like: Any = None) -> Any:
    """A function in NumPy's types, with the name and signature that programs see."""

    @functools.wraps(function if like is None else like)
    def call(*args: Any, **kwargs: Any) -> Any:
        if name in METHODS and args and isinstance(args[0], Array):
            # NumPy asks such an array for its own method.
            return getattr(jnp, name)(*args, **kwargs)
        if kwargs.get("out") is not None or kwargs.get("where", True) is not True:
            raise NotImplementedError(f"np.{name} takes no out or where on this page.")
        return function(*args, **{key: value for key, value in kwargs.items() if key not in ("out", "where")})

    call.__doc__ = function.__doc__ or getattr(_JAX["jax.numpy"].get(name), "__doc__", None)
    call.__module__ = "numpy"
    call.__name__ = call.__qualname__ = name
    call.__signature__ = _without_result(function if like is None else like)  # type: ignore[attr-defined]
    return call


def _by_elements(name: str) -> Any:
    def apply(*args: Any, dtype: Any = None, casting: Any = None) -> Any:
        found = elementwise(name, args)
        return found if dtype is None else found.astype(dtype)

    return apply


def _by_arranging(name: str) -> Any:
    def apply(*args: Any, **kwargs: Any) -> Any:
        return arrange(name, args, kwargs)

    return apply


def page_function(function: Any, module: str = "") -> Any:
    """A function of the page for arrays of its own types; refused for others, whose numbers it would not give."""
    name = module + function.__name__

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = [_converted(one) for one in args]
        options = {
            key: canonical(v) if key == "dtype" and v is not None else _converted(v) for key, v in kwargs.items()
        }
        kinds = {one.dtype.name for value in (*given, *options.values()) for one in _arrays(value)}
        wide = sorted(kinds & WIDE)
        if wide:
            raise NotImplementedError(
                f"np.{name} of {wide[0]} works in NumPy but not here, where it computes in 32 bits: use jnp.{name}, or "
                "convert the arrays with .astype(np.float32)."
            )
        found = function(*[_to_page(one) for one in given], **{key: _to_page(v) for key, v in options.items()})
        return _as_numpy(found, kinds, name)

    call.__module__ = "numpy"
    call.__signature__ = _without_result(function)  # type: ignore[attr-defined]
    return call


def _converted(value: Any) -> Any:
    """Lists of numbers and JAX's arrays as NumPy's; other arguments as they are."""
    if isinstance(value, (list, tuple)) and any(isinstance(one, (ndarray, Array, list, tuple)) for one in value):
        return type(value)(_converted(one) for one in value)
    if isinstance(value, list) and value and all(isinstance(one, (int, float)) for one in value):
        return from_any(value)
    return from_any(value) if isinstance(value, Array) else value


def _arrays(value: Any) -> list[ndarray]:
    if isinstance(value, (list, tuple)):
        return [one for part in value for one in _arrays(part)]
    return [value] if isinstance(value, ndarray) else []


def _to_page(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return type(value)(_to_page(one) for one in value)
    return value._values if isinstance(value, ndarray) else value


def _as_numpy(found: Any, kinds: set[str], name: str) -> Any:
    if isinstance(found, (list, tuple)):
        return type(found)(_as_numpy(one, kinds, name) for one in found)
    if not isinstance(found, Array):
        return found
    array = from_page(found)
    kind = array.dtype.name
    if kind == "int32" and not kinds & {"int32", "uint16", "int16"}:
        kind = "int64"  # positions and counts
    elif kind == "float32" and not any("float" in one for one in kinds):
        raise NotImplementedError(f"np.{name} gives float64 in NumPy, and only float32 here: use jnp.{name}.")
    return number_or_array(held(array._flat, kind), array.shape, kind)


def _without_result(function: Any) -> inspect.Signature:
    """The signature of jax.numpy's function: here it gives NumPy's arrays and numbers instead."""
    return inspect.signature(function).replace(return_annotation=inspect.Signature.empty)


def _product(name: str) -> Any:
    """A product: of float32 arrays by the page's own kernels."""

    def apply(*args: Any, **kwargs: Any) -> Any:
        given = [from_any(one) for one in args[:2]] if name in ("matmul", "dot", "inner", "tensordot") else []
        narrow = {one.dtype.name for one in given} == {"float32"} and min(one.ndim for one in given) > 0
        if narrow and given[0].size > 256:
            return from_page(getattr(jnp, name)(*[one._values for one in given], *args[2:], **kwargs))[()]
        return PRODUCTS[name](*args, **kwargs)

    return apply


def array_equal(a1: Any, a2: Any, equal_nan: bool = False) -> bool:
    """Whether two arrays have the same shape and elements."""
    a, b = from_any(a1), from_any(a2)
    return a.shape == b.shape and all(
        x == y or (equal_nan and x != x and y != y) for x, y in zip(a._flat, b._flat, strict=True)
    )


def allclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Whether two arrays are equal within tolerances."""
    return bool(all(from_any(ORDERING["isclose"](a, b, rtol, atol, equal_nan))._flat))


def shape(a: Any) -> tuple[int, ...]:
    """Length of each axis."""
    return a.shape if hasattr(a, "shape") else from_any(a).shape


def ndim(a: Any) -> int:
    """Number of axes."""
    return len(shape(a))


def size(a: Any, axis: int | None = None) -> int:
    """Number of elements, or the length of an axis."""
    lengths = shape(a)
    return from_any(a).size if axis is None else lengths[axis]


def iterable(y: Any) -> bool:
    """Whether a value can be iterated over."""
    return hasattr(y, "__iter__")


def isscalar(element: Any) -> bool:
    """Whether a value is a number of Python's or NumPy's, or a text."""
    return isinstance(element, (int, float, complex, str, bytes)) and not isinstance(element, ndarray)


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


def astype(x: Any, dtype: Any, /, *, copy: bool = True) -> ndarray:
    """An array in another dtype."""
    return from_any(x).astype(dtype, copy)


def nanarg(name: str) -> Any:
    """Where the largest or least number stands that is not NaN."""

    def place(a: Any, axis: Any = None, *, keepdims: bool = False) -> Any:
        """Where it stands first."""
        array = from_any(a)
        fill = float("-inf") if name == "argmax" else float("inf")
        flat = held([fill if x != x else x for x in array._flat], array.dtype.name)
        return REDUCTIONS[name](made(flat, array.shape, array.dtype.name), axis, keepdims=keepdims)

    return place


_OWN: dict[str, Any] = {
    **{name: own_function(name, _by_elements(name)) for name in _JAX["jax.numpy"] if known(name)},
    **{name: own_function(name, _by_arranging(name), like) for name, like in _JAX["jax.numpy"].items()
       if name in _ARRANGED},
    **{name: own_function(name, function) for name, function in (REDUCTIONS | ORDERING).items()},
    **{name: own_function(name, _product(name), like) for name, like in PRODUCTS.items()},
    **{name: own_function(name, function) for name, function in CREATION.items()},
    "nanargmax": own_function("nanargmax", nanarg("argmax")),
    "nanargmin": own_function("nanargmin", nanarg("argmin")),
    "reshape": own_function("reshape", reshape),
    "ravel": own_function("ravel", ravel),
}  # fmt: skip
FUNCTIONS: dict[str, Any] = {name: page_function(function) for name, function in _JAX["jax.numpy"].items()}
FUNCTIONS |= _OWN
FUNCTIONS |= {
    function.__name__: function
    for function in (
        array_equal, allclose, shape, ndim, size, iterable, isscalar, array_str, array_repr, array2string, astype,
    )
}  # fmt: skip
LINEAR_ALGEBRA: dict[str, Any] = {
    name: page_function(function, "linalg.") for name, function in _JAX["jax.numpy.linalg"].items()
}
LINEAR_ALGEBRA |= {name: own_function(name, function) for name, function in LINALG.items()}
