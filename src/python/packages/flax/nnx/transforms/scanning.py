"""``nnx.scan``: a loop whose arguments are carried, gone through along an axis, or kept.

Every leaf of the arguments, packed nodes' parts included, gets one axis. Those with an integer
are moved to the front and scanned, carried ones go round, and those with None stay outside.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.basics import MISSING
from flax.nnx.graph_nodes import is_graph_node
from flax.nnx.transforms.crossing import (
    Inside,
    Outside,
    is_packed,
    map_with_prefix,
    refuse_bound,
    resolve_kwargs,
)
from flax.nnx.transforms.iteration import Carry, StateAxes


class _Slot:
    """The place of a carried, scanned or kept leaf, when the leaves are sorted by fate."""

    def __init__(self, fate: Any, number: int):
        self.fate, self.number = fate, number


class _Sorted:
    """A packed tree as three lists of leaves and the structure that brings them together.

    ``entering`` trees have whole arrays, whose scanned axis is moved to the front; the others
    belong to one step. ``plain=False`` leaves out what is neither part of a Module nor carried.
    """

    def __init__(self, tree: Any, axes: Any, *, entering: bool = False, plain: bool = True):
        self.carried: list[Any] = []
        self.scanned: list[Any] = []
        self.kept: list[Any] = []
        self.axes: list[int] = []
        self._entering, self._plain = entering, plain
        self._slots = map_with_prefix(self._sort_leaf, axes, tree)

    def _sort_leaf(self, axes: Any, leaf: Any) -> Any:
        if is_packed(leaf):
            own = axes.axes if isinstance(axes, StateAxes) else (axes,)
            parts = zip(own, leaf[1:], strict=True)
            return (leaf[0], *([self._slot(axis, x) for x in part] for axis, part in parts))
        if isinstance(axes, StateAxes):
            raise ValueError(f"Cannot use StateAxes on non-graph nodes, found {axes}")
        slot = self._slot(axes, leaf) if self._plain or axes is not None else None
        if self._plain or axes is Carry:
            return slot
        if axes is None:
            self.kept.append(leaf)
        else:
            self.scanned.pop()
            self.axes.pop()
        return None

    def _slot(self, axis: Any, leaf: Any) -> _Slot:
        group = self.kept if axis is None else self.carried
        if isinstance(axis, int):
            group = self.scanned
            self.axes.append(axis)
            if self._entering:
                if not hasattr(leaf, "ndim"):
                    raise ValueError(f"Expected an array, got {type(leaf).__name__}")
                leaf = jnp.moveaxis(leaf, axis, 0)
        elif axis is not None and axis is not Carry:
            raise ValueError(f"Invalid axes {axis}")
        group.append(leaf)
        return _Slot(axis, len(group) - 1)

    def together(self, carried: list[Any], scanned: list[Any], kept: list[Any]) -> Any:
        """The tree with these leaves."""

        def leaf(slot: _Slot) -> Any:
            if slot.fate is Carry:
                return carried[slot.number]
            return (kept if slot.fate is None else scanned)[slot.number]

        return jax.tree.map(leaf, self._slots, is_leaf=lambda x: isinstance(x, _Slot))

    def whole(self, stacked: list[Any]) -> list[Any]:
        """What JAX stacked at the front, with the axis where it belongs."""
        return [jnp.moveaxis(x, 0, axis) for x, axis in zip(stacked, self.axes, strict=True)]


def _carry_place(axes: Any, name: str) -> int | None:
    """Where Carry stands: -1 for all, a position, or None. ValueError for more than one."""
    if axes is Carry:
        return -1
    places = [
        path
        for path, axis in jax.tree_util.tree_leaves_with_path(axes)
        if axis is Carry and isinstance(axes, (tuple, list))
    ]
    if any(len(path) != 1 for path in places):
        raise ValueError(f"Carry must at the top-level, it cannot be nested. Found axes={axes!r}")
    if len(places) > 1:
        found = " and ".join(f"{name}{jax.tree_util.keystr(path)}" for path in places[:2])
        raise ValueError(f"Found multiple Carry definitions at {found}")
    return places[0][0].idx if places else None


def _validate(in_axes: Any, out_axes: Any) -> tuple[int | None, int | None]:
    into, out = _carry_place(in_axes, "in_axes"), _carry_place(out_axes, "out_axes")
    if (into is None) != (out is None):
        raise ValueError(
            "If one of in_axes or out_axes has Carry, the other must also have Carry. "
            f"Got in_axes={in_axes!r} and out_axes={out_axes!r}"
        )
    tops = out_axes if isinstance(out_axes, (tuple, list)) else (out_axes,)
    for i, axis in enumerate(tops):
        where = f"out_axes[{i}]" if isinstance(out_axes, (tuple, list)) else "out_axes"
        if axis is None:
            raise ValueError(f"Cannot broadcast output state. Got out_axes=None at: {where}")
        for chosen, one in axis.items() if isinstance(axis, StateAxes) else ():
            if one is None or one is Carry:
                verb = "broadcast" if one is None else "carry"
                name = "None" if one is None else "Carry"
                raise ValueError(f"Cannot {verb} output state. Got StateAxes({{{chosen}: {name}}}) at: {where}")
    return into, out


def _pick(values: Any, place: int) -> Any:
    return values if place == -1 else values[place]


def _put(values: Any, place: int, new: Any) -> Any:
    if place == -1:
        return new
    return tuple(new if i == place else x for i, x in enumerate(values))


def _check_same_references(before: Any, after: Any) -> None:
    """ValueError if a carried Module was exchanged for another one."""

    def check(path: Any, old: Any, new: Any) -> None:
        if is_graph_node(old) and is_graph_node(new) and old is not new:
            raise ValueError(
                "Carry references must be the same between iterations. Got "
                f"arg={old!r} with id={id(old)} and out={new!r} with id={id(new)} at carry"
                f"{jax.tree_util.keystr(path)}"
            )

    jax.tree_util.tree_map_with_path(check, before, after, is_leaf=is_graph_node)


def _scan(f: Any, args: tuple[Any, ...], in_axes: Any, out_axes: Any, options: Any) -> Any:
    into, out_of = _validate(in_axes, out_axes)
    axes = in_axes if isinstance(in_axes, (tuple, list)) else (in_axes,) * len(args)
    outside = Outside()
    # Packed once with the caller's numbers, and once more as every step will pack them.
    first = Inside()
    start = first.pack(first.unpack(outside.pack(args, axes)), axes)
    given = _Sorted(start, axes, entering=True)
    last: list[_Sorted] = []

    def body(carried: list[Any], scanned: list[Any]) -> Any:
        inside = Inside()
        inner = inside.unpack(given.together(carried, scanned, given.kept))
        result = f(*inner)
        if into is not None and out_of is not None:
            carry = _pick(result, out_of)
            _check_same_references(inner[max(into, 0)], carry)
            inner = _put(inner, max(into, 0), carry)
            result = _put(result, out_of, None)
        after = _Sorted(inside.pack(inner, axes), axes, plain=False)
        out = _Sorted(inside.pack(result, out_axes), out_axes)
        last[:] = [after, out]
        return after.carried, (after.scanned, out.scanned)

    carried, (scanned, stacked) = jax.lax.scan(body, given.carried, given.scanned, **options)
    after, out = last
    changed = outside.take_back(after.together(carried, after.whole(scanned), given.kept))
    result = outside.take_back(out.together([], out.whole(stacked), []))
    if into is not None and out_of is not None:
        result = _put(result, out_of, changed[max(into, 0)])
    return result


def scan(
    f: Any = MISSING,
    *,
    length: int | None = None,
    reverse: bool = False,
    unroll: int | bool = 1,
    _split_transpose: bool = False,
    in_axes: Any = (Carry, 0),
    out_axes: Any = (Carry, 0),
    transform_metadata: Mapping[str, Any] = MappingProxyType({}),
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.lax.scan`` for functions of Modules.

    ``in_axes`` has one entry for each argument: ``nnx.Carry`` (goes from step to step), an axis
    (one slice a step), None (the same for all steps) or ``nnx.StateAxes`` for a Module.
    ``out_axes`` says the same of the results.
    """
    settings = {"in_axes": in_axes, "out_axes": out_axes}
    options = {"length": length, "reverse": reverse, "unroll": unroll}
    if f is MISSING:
        return functools.partial(scan, **settings, **options)
    del graph, graph_updates, transform_metadata, _split_transpose
    refuse_bound(f, "scan")

    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        args = resolve_kwargs(f, args, kwargs)
        if in_axes is Carry and len(args) != 1:
            raise ValueError(
                f"When in_axes=Carry, the function must take exactly one argument, got {len(args)} arguments."
            )
        return _scan(f, args, in_axes, out_axes, options)

    return wrapper
