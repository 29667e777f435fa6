"""Names of ``jax.numpy`` that are about texts, shapes and Python values rather than arrays."""

from __future__ import annotations

import contextlib
import operator
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from . import dtypes
from .array import Array, as_array, maybe_array
from .binding import facade
from .creation import array, asarray


def ndim(a: Any) -> int:
    """Number of axes."""
    return _told(a, "ndim").ndim


def _told(a: Any, name: str) -> Array:
    """The array that a value is; a list is one too, with JAX's warning."""
    if isinstance(a, (list, tuple)):
        text = f"{name} requires ndarray or scalar arguments, got {type(a)} at position 0. In a future JAX release "
        warnings.warn(f"{text}this will be an error.", DeprecationWarning, stacklevel=3)
        return asarray(a)
    return as_array(a, name, 0)


def shape(a: Any) -> tuple[int, ...]:
    """Length of each axis."""
    if hasattr(a, "shape"):
        return tuple(a.shape)
    return _told(a, "shape").shape


def size(a: Any, axis: Any = None) -> int:
    """Number of elements, or the length of an axis."""
    x = _told(a, "size")
    if axis is None:
        return x.size
    total = 1
    for i in axis if isinstance(axis, (tuple, list)) else (axis,):
        total *= x.shape[i]
    return total


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

    def mapped(one: Any) -> Any:
        return func1d(one, *args, **kwargs)

    for _ in range(x.ndim - 1):
        mapped = vmap(mapped)
    result = mapped(moved)
    extra = result.ndim - (x.ndim - 1)
    return jnp.moveaxis(result, tuple(range(x.ndim - 1, result.ndim)), tuple(range(at, at + extra)))


def vectorize(
    pyfunc: Callable[..., Any], *, excluded: Any = frozenset(), signature: str | None = None
) -> Callable[..., Any]:
    """A function of scalars as a function of arrays, by vmap."""
    from .. import numpy as jnp
    from .transforms.flat import named_like
    from .transforms.vmap import vmap

    if signature is not None or excluded:
        raise NotImplementedError("jnp.vectorize with signature or excluded works in JAX but not here.")

    @named_like(pyfunc)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        arrays = jnp.broadcast_arrays(*args)

        def mapped(*values: Any) -> Any:
            return pyfunc(*values, **kwargs)

        for _ in range(arrays[0].ndim):
            mapped = vmap(mapped)
        return mapped(*arrays)

    return wrapped


_options: dict[str, Any] = {
    "edgeitems": 3,
    "threshold": 1000,
    "floatmode": "maxprec",
    "precision": 8,
    "suppress": False,
    "linewidth": 75,
    "nanstr": "nan",
    "infstr": "inf",
    "sign": "-",
    "formatter": None,
    "legacy": False,
    "override_repr": None,
}
_SET_HERE = ("precision", "threshold", "edgeitems", "linewidth", "suppress")


def set_printoptions(*args: Any, **kwargs: Any) -> None:
    """Sets how arrays are written from now on: their digits, widths and summaries. Other options are refused.

    Takes what NumPy's takes: precision, threshold, edgeitems, linewidth, suppress.
    """
    _set(*args, **kwargs)


def _set(
    precision: Any = None,
    threshold: Any = None,
    edgeitems: Any = None,
    linewidth: Any = None,
    suppress: Any = None,
    **options: Any,
) -> None:
    for name, value in options.items():
        if value is not None and _options.get(name, value) != value:
            raise NotImplementedError(f"set_printoptions({name}={value!r}) works in JAX but not here.")
    if precision is not None:
        try:
            precision = operator.index(precision)
        except TypeError:
            raise TypeError("precision must be an integer") from None
    if threshold is not None and not isinstance(threshold, (int, float)):
        raise TypeError("threshold must be numeric")
    if suppress is not None:
        suppress = bool(suppress)
    for name, value in zip(_SET_HERE, (precision, threshold, edgeitems, linewidth, suppress), strict=True):
        if value is not None:
            _options[name] = value
            facade.setPrintOption(name, value)


def get_printoptions() -> dict[str, Any]:
    """The options of array texts."""
    return dict(_options)


@contextlib.contextmanager
def printoptions(*args: Any, **kwargs: Any) -> Iterator[dict[str, Any]]:
    """``set_printoptions`` for the statements in the ``with``."""
    before = get_printoptions()
    set_printoptions(*args, **kwargs)
    try:
        yield get_printoptions()
    finally:
        set_printoptions(**before)


def save(file: Any, arr: Any, *_: Any, **__: Any) -> None:
    """Refused: there are no files to keep here."""
    raise NotImplementedError("jnp.save works in JAX but not here: a program's files end with it.")


def load(file: Any, *_: Any, **__: Any) -> Any:
    """Refused: there are no files to read here."""
    raise NotImplementedError("jnp.load works in JAX but not here: there are no files to read.")
