"""Collectives along the named axis of ``jax.vmap``: sums, means and gathers over all examples of a batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .array import Array, maybe_array, wrap
from .binding import facade
from .transforms.vmap import axis_frame
from .trees.functions import tree_map


def _depth_of(name: Any, function: str) -> int:
    for depth in range(len(axis_frame.running) - 1, -1, -1):
        if axis_frame.running[depth][0] == name:
            return depth
    if not any(known is not None for known, _ in axis_frame.running):
        raise NameError(f"unbound axis name: {name}")
    raise NameError(f"Found an unbound axis name: {name}. To fix this, please call {function} under `jax.shard_map`.")


def _names(axis_name: Any) -> tuple[Any, ...]:
    return tuple(axis_name) if isinstance(axis_name, (tuple, list)) else (axis_name,)


def _whole(x: Array, depth: int, function: str) -> Array:
    """All examples of an array, along a first axis."""
    if not facade.isOfBatch(x._id, depth):
        raise NotImplementedError(
            f"jax.lax.{function} inside of a transformation (such as jit) that is inside of vmap works in JAX but not "
            "here. Call vmap inside of jit instead."
        )
    return wrap(facade.batchOf(x._id, depth))


def _along(x: Any, axis_name: Any, function: str, direct: Callable[[Array, int], Array], is_linear: bool = True) -> Any:
    """A collective of every leaf; of what has derivatives inside the batch, with the derivative of a sum."""
    from .transforms.custom import custom_vjp

    inside: list[bool] = []

    def of_array(value: Any, name: Any) -> Any:
        depth = _depth_of(name, function)
        if facade.isOfBatch(value._id, depth) or inside or not is_linear:
            return direct(value, depth)
        summed = custom_vjp(lambda v: within(v, name))
        summed.defvjp(lambda v: (within(v, name), None), lambda _, g: (of_array(g, name),))
        return summed(value)

    def within(value: Any, name: Any) -> Any:
        inside.append(True)
        try:
            return of_array(value, name)
        finally:
            inside.pop()

    def of_leaf(leaf: Any) -> Any:
        value = maybe_array(leaf)
        if value is None:
            raise TypeError(f"{function} requires arrays or numbers, got {type(leaf)}.")
        # From the inside out: what is summed over an inner axis belongs to the outer one.
        for name in sorted(_names(axis_name), key=lambda one: -_depth_of(one, function)):
            value = of_array(value, name)
        return value

    return tree_map(of_leaf, x)


def _reducing(name: str, function: str, is_linear: bool) -> Callable[..., Any]:
    def reduced(value: Array, depth: int) -> Array:
        return getattr(_whole(value, depth, function), name)(axis=0)

    return lambda x, axis_name: _along(x, axis_name, function, reduced, is_linear)


_psum = _reducing("sum", "psum", True)
_pmax = _reducing("max", "pmax", False)
_pmin = _reducing("min", "pmin", False)


def _no_groups(groups: Any) -> None:
    if groups is not None:
        raise NotImplementedError("axis_index_groups work in JAX but not here.")


def psum(x: Any, axis_name: Any, *, axis_index_groups: Any = None) -> Any:
    """The sum over all examples of a mapped axis; of a number, as many times the number."""
    _no_groups(axis_index_groups)
    if type(x) in (int, float):
        return x * axis_size(axis_name)
    return _psum(x, axis_name)


def pmean(x: Any, axis_name: Any, *, axis_index_groups: Any = None) -> Any:
    """The mean over all examples of a mapped axis."""
    size = axis_size(axis_name)
    return tree_map(lambda total: total / size, psum(x, axis_name, axis_index_groups=axis_index_groups))


def pmax(x: Any, axis_name: Any, *, axis_index_groups: Any = None) -> Any:
    """The largest over all examples of a mapped axis."""
    _no_groups(axis_index_groups)
    return _pmax(x, axis_name)


def pmin(x: Any, axis_name: Any, *, axis_index_groups: Any = None) -> Any:
    """The smallest over all examples of a mapped axis."""
    _no_groups(axis_index_groups)
    return _pmin(x, axis_name)


def axis_size(axis_name: Any) -> int:
    """How many examples a mapped axis has."""
    size = 1
    for name in _names(axis_name):
        size *= axis_frame.running[_depth_of(name, "axis_size")][1]
    return size


def axis_index(axis_name: Any) -> Array:
    """Which example of a mapped axis this is."""
    index: Any = None
    for name in _names(axis_name):
        depth = _depth_of(name, "axis_index")
        count = axis_frame.running[depth][1]
        own = wrap(facade.exampleIndex(depth))
        index = own if index is None else index * count + own
    return index


def all_gather(
    x: Any, axis_name: Any, *, axis_index_groups: Any = None, axis: int = 0, tiled: bool = False, to: str = "varying"
) -> Any:
    """All examples, along a new axis or (``tiled``) one after another along an old one."""
    from .. import numpy as jnp

    _no_groups(axis_index_groups)

    def gathered(value: Array, depth: int) -> Array:
        whole = _whole(value, depth, "all_gather")
        return jnp.concatenate(list(whole), axis) if tiled else jnp.moveaxis(whole, 0, axis)

    return _along(x, axis_name, "all_gather", gathered, is_linear=False)


def ppermute(x: Any, axis_name: Any, perm: Any) -> Any:
    """Each example's value handed on to another: ``(from, to)`` pairs, one for each example."""
    from .. import numpy as jnp

    index = axis_index(axis_name)
    if len(perm) != axis_size(axis_name):
        raise AssertionError("Permutation doesn't match the axis size!")
    source = jnp.array([int(start) for start, _ in sorted(perm, key=lambda pair: int(pair[1]))])
    return tree_map(lambda whole: whole[source[index]], all_gather(x, axis_name))
