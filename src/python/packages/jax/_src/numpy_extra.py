"""Names of ``jax.numpy`` that are about texts, shapes and Python values rather than arrays."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from . import dtypes
from .array import as_array, maybe_array
from .creation import array, asarray


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
