"""``nnx.vmap``."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import jax
from flax.nnx.basics import MISSING
from flax.nnx.transforms.crossing import Inside, Outside, is_packed, refuse_bound, resolve_kwargs
from flax.nnx.transforms.iteration import StateAxes


def _jax_axes(axes: Any) -> Any:
    """Axes as JAX takes them: StateAxes become those of a packed node's parts."""
    if isinstance(axes, StateAxes):
        return (0, *axes.axes)
    if isinstance(axes, (tuple, list)):
        return type(axes)([_jax_axes(one) for one in axes])
    if type(axes) is dict:
        return {key: _jax_axes(one) for key, one in axes.items()}
    return axes


def rename_axes(change: str, tree: Any, axes: Any, transform_metadata: Mapping[str, Any]) -> None:
    """Tells the Variables of a tree that an axis came or went, where the transformation names its axis."""
    if not transform_metadata:
        return
    from flax.nnx import spmd

    def visit(part: Any, axis: Any) -> None:
        if isinstance(axis, (tuple, list)):
            for one, own in zip(part, axis, strict=True):
                visit(one, own)
        elif isinstance(axis, int):
            getattr(spmd, change)(part, axis, transform_metadata)

    visit(tree, axes)


def _with_names(text: str, results: Any) -> str:
    """An error about a place among packed results, which it names as Flax does."""
    found = re.search(r"out_axes((?:\[\d+\])+)", text)
    if found is None:
        return text
    numbers = [int(one) for one in re.findall(r"\d+", found[1])]
    node, named = results, "out_axes"
    for place, number in enumerate(numbers):
        if is_packed(node):
            head, (part, leaf) = node[0], numbers[place : place + 2]
            path = head.paths[leaf if head.groups is None else head.groups[part - 1][leaf]]
            keys = "".join(f"[{key!r}]" for key in path)
            return text.replace(found[0], f"{named}.states[{part - 1}]{keys}.value")
        node, named = node[number], f"{named}[{number}]"
    return text


def vmap(
    f: Any = MISSING,
    *,
    in_axes: Any = 0,
    out_axes: Any = 0,
    axis_name: Any = None,
    axis_size: int | None = None,
    spmd_axis_name: Any = None,
    transform_metadata: Mapping[str, Any] = MappingProxyType({}),
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.vmap`` for functions of Modules.

    An axis for a Module counts for all its Variables, ``StateAxes`` chooses by filter. Changes
    to Modules are written back along the same axes.
    """
    if f is MISSING:
        return functools.partial(
            vmap,
            in_axes=in_axes,
            out_axes=out_axes,
            axis_name=axis_name,
            axis_size=axis_size,
            spmd_axis_name=spmd_axis_name,
            transform_metadata=transform_metadata,
        )
    del graph, graph_updates
    refuse_bound(f, "vmap")

    results: list[Any] = []

    @functools.wraps(f)
    def pure(*packed: Any) -> Any:
        inside = Inside()
        args = inside.unpack(packed)
        rename_axes("remove_axis", args, in_axes, transform_metadata)
        out = f(*args)
        rename_axes("add_axis", args, in_axes, transform_metadata)
        rename_axes("add_axis", out, out_axes, transform_metadata)
        results[:] = [inside.pack(args, in_axes, nodes_only=True), inside.pack(out, out_axes)]
        return tuple(results)

    options = {
        "axis_name": axis_name,
        "axis_size": axis_size,
        "spmd_axis_name": spmd_axis_name,
    }
    in_ = tuple(in_axes) if isinstance(in_axes, list) else in_axes
    jax_in = _jax_axes(in_)
    mapped = jax.vmap(
        pure,
        in_axes=jax_in,
        out_axes=(jax_in, _jax_axes(out_axes)),
        **{k: v for k, v in options.items() if v is not None},
    )

    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        args = resolve_kwargs(f, args, kwargs)
        outside = Outside()
        results.clear()
        try:
            _, out = outside.take_back(mapped(*outside.pack(args, in_axes)))
        except ValueError as error:
            if results:
                error.args = (_with_names(str(error), results),)
            raise
        finally:
            results.clear()
        return out

    return wrapper
