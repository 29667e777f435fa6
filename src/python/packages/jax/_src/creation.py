"""``jnp.array`` and what else reads Python's own numbers and lists."""

from __future__ import annotations

from array import array as buffer
from typing import Any

from .array import Array, maybe_array, wrap
from .binding import JsException, facade, to_js, translated
from .dtypes import KEY, by_name, requested

_INT32 = range(-(2**31), 2**31)


def _from_flat(name: str, shape: tuple[int, ...], flat: list[Any]) -> Any:
    values = to_js(flat) if len(flat) < 32 else to_js(buffer("d", flat))
    try:
        return wrap(facade.fromValues(name, to_js(shape), values))
    except JsException as error:
        raise translated(error) from None


def _shape_of(value: Any) -> tuple[int, ...]:
    if isinstance(value, (list, tuple)):
        return (len(value), *(_shape_of(value[0]) if value else ()))
    if type(value) in (int, float, bool):
        return ()
    found = maybe_array(value)
    return found.shape if found is not None else ()


def _flatten(value: Any, depth: int, shape: tuple[int, ...], leaves: list[Any]) -> None:
    if depth == len(shape) or not isinstance(value, (list, tuple)):
        if isinstance(value, (list, tuple)):
            raise _uneven(shape, depth)
        leaves.append(value)
        return
    if len(value) != shape[depth]:
        raise _uneven(shape, depth)
    for one in value:
        if (isinstance(one, (list, tuple))) != (depth + 1 < len(shape)) and maybe_array(one) is None:
            raise _uneven(shape, depth + 1)
        _flatten(one, depth + 1, shape, leaves)


def _uneven(shape: tuple[int, ...], depth: int) -> ValueError:
    from .text import tuple_text

    return ValueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
        f"{depth} dimensions. The detected shape was {tuple_text(shape[:depth])} + inhomogeneous part."
    )


def _kind_of(leaves: list[Any]) -> str:
    kinds = set(map(type, leaves))
    if kinds <= {bool}:
        return "bool" if kinds else "float32"
    if kinds <= {int, bool}:
        return "int32"
    if kinds <= {float, int, bool}:
        return "float32"
    for leaf in leaves:
        if type(leaf) not in (float, int, bool):
            raise _not_an_array(leaf)
    raise AssertionError


def _not_an_array(value: Any) -> Exception:
    if value is None:
        return ValueError("None is not a valid value for jnp.array")
    if isinstance(value, str):
        return TypeError(
            f"Value '{value}' with dtype <U{len(value)} is not a valid JAX array type. Only arrays of numeric "
            "types are supported by JAX."
        )
    if isinstance(value, complex):
        return NotImplementedError("Complex numbers exist in JAX but not here.")
    return TypeError(
        f"Value '{value}' with dtype object is not a valid JAX array type. Only arrays of numeric types are supported "
        "by JAX."
    )


def _from_list(value: Any, wanted: Any) -> Any:
    shape = _shape_of(value)
    if len(shape) > 64:
        raise ValueError(
            "setting an array element with a sequence. The requested array would exceed the maximum number of "
            "dimension of 64."
        )
    depth = _list_depth(value)
    leaves: list[Any] = []
    _flatten(value, 0, shape[:depth], leaves)
    if any(type(leaf) not in (float, int, bool) and maybe_array(leaf) is not None for leaf in leaves):
        return _from_arrays(leaves, shape, depth, wanted)
    name = wanted.name if wanted is not None else _kind_of(leaves)
    if wanted is not None:
        _kind_of(leaves)
    if name == "int32" and wanted is None:
        for leaf in leaves:
            if leaf not in _INT32:
                raise OverflowError(f"Python integer {leaf} out of bounds for int32")
    if wanted is not None and wanted.kind in "iu":
        leaves = [_within(int(leaf), wanted) for leaf in leaves]
    elif name == "float32" or (wanted is not None and wanted.kind == "f"):
        leaves = [float(leaf) for leaf in leaves]
    return _from_flat(name, shape, leaves)


def _list_depth(value: Any) -> int:
    depth = 0
    while isinstance(value, (list, tuple)):
        depth += 1
        value = value[0] if value else None
    return depth


def _from_arrays(leaves: list[Any], shape: tuple[int, ...], depth: int, wanted: Any) -> Any:
    from .. import numpy as jnp

    arrays = [maybe_array(leaf) for leaf in leaves]
    for x, leaf in zip(arrays, leaves, strict=True):
        if x is None:
            raise _not_an_array(leaf)
    stacked = jnp.stack(arrays)
    result = jnp.reshape(stacked, shape[:depth] + stacked.shape[1:])
    return converted(result, result.dtype) if wanted is None else result.astype(wanted)


def array(
    object: Any,
    dtype: Any = None,
    *args: Any,
    copy: bool = True,
    order: str | None = "K",
    ndmin: int = 0,
    device: Any = None,
    out_sharding: Any = None,
) -> Array:
    """Make an array of a number, of nested lists of numbers, or of arrays.

    Whole numbers give int32, others float32, booleans bool. A single number gives a weak array, which takes
    the type of what it meets.
    """
    if args:
        copy = args[0]  # then order, which has no effect here, then ndmin
        ndmin = args[2] if len(args) > 2 else ndmin
    return _array(object, dtype, copy, ndmin, "array")


def _array(object: Any, dtype: Any, copy: bool, ndmin: int, name: str) -> Array:
    if isinstance(dtype, Array):
        raise ValueError(
            "Passing an array as a dtype argument is no longer supported; instead of dtype=arr use dtype=arr.dtype."
        )
    wanted = None if dtype is None else requested(dtype, name)
    if isinstance(object, (list, tuple)):
        made = _from_list(object, wanted)
    elif type(object) in (int, float) and wanted is not None and wanted.kind in "iu":
        made = _from_flat(wanted.name, (), [_within(int(object), wanted)])
    elif type(object) is int and wanted is not None and wanted.kind == "f":
        made = _from_flat(wanted.name, (), [float(object)])
    else:
        found = maybe_array(object)
        if found is None:
            made = _from_other(object, wanted)
        elif wanted is None or wanted is KEY:
            made = found if copy is False or found.dtype is KEY else _copied(found)
        else:
            made = converted(found, wanted)
    if ndmin > made.ndim:
        made = made.reshape((1,) * (ndmin - made.ndim) + made.shape)
    return made


def _within(value: int, wanted: Any) -> int:
    bits = wanted.itemsize * 8
    low, high = (0, 2**bits) if wanted.kind == "u" else (-(2 ** (bits - 1)), 2 ** (bits - 1))
    if not low <= value < high:
        raise OverflowError(f"Python integer {value} out of bounds for {wanted.name}")
    return value


def _copied(x: Array) -> Array:
    """A new array object over the same values; tracers stand for themselves."""
    return wrap(facade.astype(x._id, x.dtype.name, x.weak_type)) if x._id > 0 else x


def _from_other(value: Any, wanted: Any) -> Any:
    if isinstance(value, range):
        return _from_list(list(value), wanted)
    if hasattr(value, "__array__"):
        return array(value.__array__(), wanted)
    if hasattr(value, "__len__") and hasattr(value, "__getitem__") and not isinstance(value, (str, bytes, dict)):
        return _from_list(list(value), wanted)
    raise _not_an_array(value)


def asarray(
    a: Any,
    dtype: Any = None,
    order: str | None = None,
    *,
    copy: bool | None = None,
    device: Any = None,
    out_sharding: Any = None,
) -> Array:
    """Make an array; an array of the right type is returned as it is."""
    if isinstance(a, Array) and (dtype is None or a.dtype == requested(dtype, "asarray")) and not copy:
        return a
    return _array(a, dtype, bool(copy), 0, "asarray")


def converted(x: Array, wanted: Any, weak: bool = False) -> Array:
    """The array in another dtype."""
    if x.dtype is KEY:
        raise TypeError(f"Cannot interpret 'key<fry>' as a data type: keys cannot be converted to {wanted.name}.")
    if x.dtype is wanted and x.weak_type == weak:
        return x
    try:
        return wrap(facade.astype(x._id, by_name(wanted.name).name, weak))
    except JsException as error:
        raise translated(error) from None


def shape_argument(shape: Any) -> tuple[int, ...]:
    """A shape as a tuple; JAX's error for what is none."""
    items = tuple(shape) if isinstance(shape, (tuple, list)) else (shape,)
    if not all(type(n) is int for n in items):
        for n in items:
            if isinstance(n, Array) and n._id < 0 and n.ndim == 0 and not facade.isConcrete(n._id):
                raise _traced_shape(items, n)
            if not hasattr(n, "__index__") or (isinstance(n, Array) and (n.ndim or n.dtype.kind not in "iu")):
                raise TypeError(f"Shapes must be 1D sequences of concrete values of integer type, got {items}.")
        items = tuple(n.__index__() for n in items)
    if any(n < 0 for n in items):
        raise TypeError(f"broadcast_in_dim shape must have every element be nonnegative, got {items}.")
    return items


def _traced_shape(items: Any, tracer: Array) -> TypeError:
    from .origin import describe_origin

    return TypeError(
        f"Shapes must be 1D sequences of concrete values of integer type, got {items}.\nIf using `jit`, try using "
        f"`static_argnums` or applying `jit` to smaller subfunctions.{describe_origin(tracer)}"
    )


def zeros(shape: Any, dtype: Any = None, *, device: Any = None, out_sharding: Any = None) -> Array:
    """An array of zeros, float32 unless a dtype is given."""
    return _filled("zeros", shape, 0, dtype)


def ones(shape: Any, dtype: Any = None, *, device: Any = None, out_sharding: Any = None) -> Array:
    """An array of ones, float32 unless a dtype is given."""
    return _filled("ones", shape, 1, dtype)


def empty(shape: Any, dtype: Any = None, *, device: Any = None, out_sharding: Any = None) -> Array:
    """An array whose values mean nothing; here zeros."""
    return _filled("empty", shape, 0, dtype)


def _filled(name: str, shape: Any, value: int, dtype: Any) -> Any:
    wanted = "float32" if dtype is None else requested(dtype, name).name
    try:
        return wrap(facade.filled(to_js(shape_argument(shape)), wanted, value))
    except JsException as error:
        raise translated(error) from None


def full(shape: Any, fill_value: Any, dtype: Any = None, *, device: Any = None, out_sharding: Any = None) -> Array:
    """An array of one repeated value."""
    from .. import numpy as jnp

    if type(fill_value) is int and (dtype is None or requested(dtype, "full").name == "int32"):
        # JAX repeats the 32 lowest bits without a word.
        fill_value = (fill_value + 2**31) % 2**32 - 2**31
    value = asarray(fill_value, dtype)
    return jnp.broadcast_to(value, shape_argument(shape))


def arange(
    start: Any, stop: Any = None, step: Any = None, dtype: Any = None, *, device: Any = None, out_sharding: Any = None
) -> Array:
    """Evenly spaced values from ``start`` (0) up to but without ``stop``: int32 if all are whole numbers."""
    first, last = (0, start) if stop is None else (start, stop)
    numbers = [_concrete_number(v) for v in (first, last, 1 if step is None else step)]
    if numbers[2] == 0:
        kind = "float division" if any(type(number) is float for number in numbers) else "division"
        raise ZeroDivisionError(f"{kind} by zero")
    wanted = requested(dtype, "arange") if dtype is not None else None
    whole = all(type(v) is int for v in numbers)
    first, last, step = numbers
    if not whole:
        from .functions import FUNCTIONS

        return FUNCTIONS["jax.numpy"]["arange"](first, last, step, wanted)
    count = max(0, -(-(last - first) // step))
    return _from_flat("int32" if wanted is None else wanted.name, (count,), [first + i * step for i in range(count)])


def _concrete_number(value: Any) -> Any:
    if isinstance(value, Array):
        if value._id < 0 and not facade.isConcrete(value._id):
            from .errors import ConcretizationTypeError

            raise ConcretizationTypeError(value, "It arose in the jnp.arange argument 'stop'")
        return value.item()
    if type(value) in (int, float):
        return value
    found = maybe_array(value)
    if found is None:
        raise TypeError(f"arange requires numbers, got {type(value)}")
    return found.item()
