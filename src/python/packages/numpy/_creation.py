"""What makes arrays from nothing, from numbers and from other arrays."""

from __future__ import annotations

import math
from typing import Any

import jax.numpy as jnp
from jax._src.array import Array
from jax._src.dtypes import Float0Type

from ._arrangements import arrange
from ._elementwise import elementwise
from ._float0 import Float0Array
from ._kinds import held, is_float
from ._ndarray import from_any, kind_of, made, ndarray
from ._shapes import broadcast


def array(object: Any, dtype: Any = None, copy: Any = True, order: str = "K", ndmin: int = 0) -> ndarray:
    """Make an array: of numbers, nested lists, or other arrays. Python's numbers count as 64-bit."""
    found = from_any(object, dtype)
    if copy and isinstance(object, ndarray) and found._cells is object._cells:
        found = found.copy()
    if ndmin > found.ndim:
        found = found.reshape((1,) * (ndmin - found.ndim) + found.shape)
    return found


def asarray(a: Any, dtype: Any = None, order: Any = None, copy: Any = None) -> ndarray:
    """An array of what is given; one of ours of the right dtype is returned as it is."""
    if isinstance(a, ndarray) and (dtype is None or a.dtype == dtype):
        return a
    found = from_any(a, dtype)
    # NumPy sees the memory of a JAX array and may not write there.
    found._writable = not (isinstance(a, Array) and found.dtype == a.dtype)
    return found


def _shape(shape: Any) -> tuple[int, ...]:
    found = tuple(n.__index__() for n in shape) if hasattr(shape, "__iter__") else (shape.__index__(),)
    if any(n < 0 for n in found):
        raise ValueError("negative dimensions are not allowed")
    return found


def _filled(shape: Any, value: Any, name: str) -> ndarray:
    full = _shape(shape)
    return made(held([value], name) * math.prod(full), full, name)


def zeros(shape: Any, dtype: Any = float, order: str = "C") -> ndarray:
    """An array of zeros, float64 unless a dtype is given."""
    if isinstance(dtype, Float0Type):
        return Float0Array(_shape(shape))
    return _filled(shape, 0, kind_of(dtype))


def ones(shape: Any, dtype: Any = None, order: str = "C") -> ndarray:
    """An array of ones, float64 unless a dtype is given."""
    return _filled(shape, 1, kind_of(dtype))


def full(shape: Any, fill_value: Any, dtype: Any = None, order: str = "C") -> ndarray:
    """An array of one repeated value, of the value's type unless a dtype is given."""
    value = from_any(fill_value, dtype)
    size = _shape(shape)
    return arrange("broadcast_to", (value, size), {}).copy()  # type: ignore[no-any-return]


def zeros_like(a: Any, dtype: Any = None, order: str = "K", subok: bool = True, shape: Any = None) -> ndarray:
    """Zeros of an array's shape and type."""
    return full_like(a, 0, dtype, shape=shape)


def ones_like(a: Any, dtype: Any = None, order: str = "K", subok: bool = True, shape: Any = None) -> ndarray:
    """Ones of an array's shape and type."""
    return full_like(a, 1, dtype, shape=shape)


def full_like(
    a: Any, fill_value: Any, dtype: Any = None, order: str = "K", subok: bool = True, shape: Any = None
) -> ndarray:
    """One repeated value in an array's shape and type."""
    like = from_any(a)
    name = like.dtype.name if dtype is None else kind_of(dtype)
    value = from_any(fill_value)
    return full(like.shape if shape is None else shape, made(held(value._flat, name), value.shape, name))


def arange(start: Any, stop: Any = None, step: Any = None, dtype: Any = None) -> ndarray:
    """Evenly spaced values from ``start`` (0) up to but without ``stop``."""
    numbers = [start if stop is None else stop, 0 if stop is None else start, 1 if step is None else step]
    last, first, by = (value.item() if hasattr(value, "item") else value for value in numbers)
    if by == 0:
        raise ZeroDivisionError("division by zero")
    kind = "float64" if any(isinstance(value, float) for value in (first, last, by)) else "int64"
    if dtype is None and any(hasattr(value, "dtype") for value in numbers):
        from ._promotion import Operand, common

        kind = common([Operand(value) for value in numbers])
    name = kind if dtype is None else kind_of(dtype)
    count = max(0, math.ceil((last - first) / by))
    # NumPy takes the step from the difference of the first two values.
    gap = first + by - first
    return made(held([first + i * gap for i in range(count)], name), (count,), name)


def linspace(
    start: Any, stop: Any, num: int = 50, endpoint: bool = True, retstep: bool = False, dtype: Any = None, axis: int = 0
) -> Any:
    """So many evenly spaced values between two."""
    first, last = (one if is_float(one.dtype.name) else one.astype("float64") for one in map(from_any, (start, stop)))
    if not hasattr(start, "dtype") and not hasattr(stop, "dtype"):
        first, last = first.astype("float64"), last.astype("float64")
    shape = broadcast([first.shape, last.shape])
    parts = num - 1 if endpoint else num
    gap = elementwise("subtract", (last, first))
    step = elementwise("divide", (gap, parts)) if parts > 0 else gap * math.nan
    steps = arange(num).astype("float64").reshape((num,) + (1,) * len(shape))
    found = elementwise("add", (elementwise("multiply", (steps, step)) if parts > 0 else steps * 0.0, first))
    if endpoint and num > 1:
        found[-1] = last
    if dtype is not None:
        whole = kind_of(dtype)
        found = (found if is_float(whole) else elementwise("floor", (found,))).astype(whole)
    if axis:
        found = arrange("moveaxis", (found, 0, axis), {})
    return (found, step) if retstep else found


def logspace(start: Any, stop: Any, num: int = 50, endpoint: bool = True, base: Any = 10.0, dtype: Any = None) -> Any:
    """Powers of a base whose exponents are evenly spaced."""
    found = elementwise("power", (float(base), linspace(start, stop, num, endpoint)))
    return found if dtype is None else found.astype(dtype)


def geomspace(start: Any, stop: Any, num: int = 50, endpoint: bool = True, dtype: Any = None) -> Any:
    """Values of which each is the one before by the same factor."""
    found = logspace(math.log10(start), math.log10(stop), num, endpoint)
    found[0] = start
    if endpoint and num > 1:
        found[-1] = stop
    return found if dtype is None else found.astype(dtype)


def eye(N: int, M: int | None = None, k: int = 0, dtype: Any = float) -> ndarray:  # noqa: N803
    """Ones on a diagonal."""
    name, m = kind_of(dtype), N if M is None else M
    return made(held([int(j - i == k) for i in range(N) for j in range(m)], name), (N, m), name)


def identity(n: int, dtype: Any = None) -> ndarray:
    """Ones on the diagonal of a square."""
    return eye(n, dtype=dtype)


def tri(N: int, M: int | None = None, k: int = 0, dtype: Any = float) -> ndarray:  # noqa: N803
    """Ones on and below a diagonal."""
    name, m = kind_of(dtype), N if M is None else M
    return made(held([int(j - i <= k) for i in range(N) for j in range(m)], name), (N, m), name)


def copy(a: Any, order: str = "K") -> ndarray:
    """The same values as another array."""
    return from_any(a).copy()


def meshgrid(*xi: Any, copy: bool = True, sparse: bool = False, indexing: str = "xy") -> tuple[ndarray, ...]:
    """Coordinates of a grid, one array for each axis."""
    given = [from_any(one) for one in xi]
    grids = jnp.meshgrid(*[jnp.arange(one.size) for one in given], sparse=sparse, indexing=indexing)
    return tuple(one.reshape(-1)[from_any(places)] for one, places in zip(given, grids, strict=True))


def broadcast_arrays(*args: Any) -> tuple[ndarray, ...]:
    """Arrays in the shape that they have together."""
    given = [from_any(one) for one in args]
    shape = broadcast([one.shape for one in given])
    return tuple(arrange("broadcast_to", (one, shape), {}) for one in given)


CREATION: dict[str, Any] = {
    function.__name__: function
    for function in (
        array, asarray, zeros, ones, full, zeros_like, ones_like, full_like, arange, linspace, logspace, geomspace,
        eye, identity, tri, copy, meshgrid, broadcast_arrays,
    )
}  # fmt: skip
CREATION |= {"empty": zeros, "empty_like": zeros_like, "ascontiguousarray": asarray, "asanyarray": asarray}
"""Functions by NumPy's names."""
