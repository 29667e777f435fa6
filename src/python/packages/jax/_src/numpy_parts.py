"""Functions of ``jax.numpy`` that take functions or slices, or give named tuples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from .array import as_array
from .creation import arange, ones
from .functions import FUNCTIONS

_TABLE = FUNCTIONS["jax.numpy"]


class _UniqueAllResult(NamedTuple):
    values: Any
    indices: Any
    inverse_indices: Any
    counts: Any


class _UniqueCountsResult(NamedTuple):
    values: Any
    counts: Any


class _UniqueInverseResult(NamedTuple):
    values: Any
    inverse_indices: Any


def unique_all(x: Any, /, *, size: int | None = None, fill_value: Any = None) -> _UniqueAllResult:
    """Different values, where each first stands, each element's value by number, and how often it occurs."""
    return _UniqueAllResult(*_TABLE["unique_all"](x, size=size, fill_value=fill_value))


def unique_counts(x: Any, /, *, size: int | None = None, fill_value: Any = None) -> _UniqueCountsResult:
    """Different values, and how often each occurs."""
    return _UniqueCountsResult(*_TABLE["unique_counts"](x, size=size, fill_value=fill_value))


def unique_inverse(x: Any, /, *, size: int | None = None, fill_value: Any = None) -> _UniqueInverseResult:
    """Different values, and each element's value by number."""
    return _UniqueInverseResult(*_TABLE["unique_inverse"](x, size=size, fill_value=fill_value))


def _positions(obj: Any, arr: Any, axis: int | None, name: str) -> Any:
    if not isinstance(obj, slice):
        return obj
    x = as_array(arr, name, 0)
    return arange(x.size if axis is None else x.shape[axis])[obj]


def insert(arr: Any, obj: Any, values: Any, axis: int | None = None) -> Any:
    """Values put before positions of an axis, or of the flattened array."""
    return _TABLE["insert"](arr, _positions(obj, arr, axis, "insert"), values, axis)


def delete(arr: Any, obj: Any, axis: int | None = None, *, assume_unique_indices: bool = False) -> Any:
    """An array without the slices at some positions of an axis, or of the flattened array."""
    return _TABLE["delete"](arr, _positions(obj, arr, axis, "delete"), axis)


def apply_over_axes(func: Callable[[Any, int], Any], a: Any, axes: Sequence[int]) -> Any:
    """A function of an array and an axis, one axis after the other; axes that it removes come back with length 1."""
    x = as_array(a, "apply_over_axes", 0)
    for axis in axes:
        out = func(x, axis)
        if out.ndim != x.ndim:
            out = _TABLE["expand_dims"](out, axis % x.ndim)
        if out.ndim != x.ndim:
            raise ValueError("function is not returning an array of the correct shape")
        x = out
    return x


def mask_indices(n: int, mask_func: Callable[[Any, Any], Any], k: Any = 0, *, size: int | None = None) -> Any:
    """Rows and columns of what a function such as ``jnp.triu`` keeps of an n × n matrix of ones."""
    return _TABLE["nonzero"](mask_func(ones((n, n)), k), size=size)


def piecewise(x: Any, condlist: Any, funclist: Any, *args: Any, **kw: Any) -> Any:
    """For each element what the function beside the last true condition gives; one more is for the others."""
    value = as_array(x, "piecewise", 0)
    conditions = list(condlist) if isinstance(condlist, (list, tuple)) else [condlist]
    functions = list(funclist)
    if len(functions) not in (len(conditions), len(conditions) + 1):
        raise ValueError(
            f"with {len(conditions)} condition(s), either {len(conditions)} or {len(conditions) + 1} "
            f"functions are expected; got {len(functions)}"
        )

    def result(function: Any) -> Any:
        given = function(value, *args, **kw) if callable(function) else function
        return _TABLE["broadcast_to"](as_array(given, "piecewise", 2).astype(value.dtype), value.shape)

    last = functions[len(conditions)] if len(functions) > len(conditions) else 0
    found = result(last)
    for condition, function in zip(conditions, functions, strict=False):
        found = _TABLE["where"](condition, result(function), found)
    return found
