"""Carrying graphs into a JAX transformation and what happened to them out again.

JAX passes trees of arrays. On the way in every graph node among a function's arguments becomes
a packed tuple: its description, and its arrays in one or more parts. Inside, fresh
objects are built from it, numbered as the caller's are; on the way out these are packed with
the caller's numbers, so that the caller's own objects can take over what changed, including
attributes that are new.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

import jax
from flax.nnx import statelib
from flax.nnx.flat_state import FlatState, split_flat
from flax.nnx.graph_defs import GraphDef
from flax.nnx.graph_nodes import is_graph_node
from flax.nnx.graph_walk import RefIndex, flatten_graph, unflatten_graph
from flax.nnx.transforms.aliasing import Aliases


class Head:
    """A description as a tree without leaves."""

    def __init__(self, graphdef: GraphDef, groups: Any = None, paths: Any = ()):
        self.graphdef = graphdef
        # Which leaf, in the order of the walk, each part's values are.
        self.groups = groups
        # Where the leaves are, for errors alone.
        self.paths = paths

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Head) and self.graphdef == other.graphdef and self.groups == other.groups

    def __hash__(self) -> int:
        return hash((self.graphdef, self.groups))


jax.tree_util.register_pytree_node(Head, lambda head: ((), head), lambda head, _: head)


Packed = tuple[Any, ...]
"""A graph node on its way through a transformation: ``(Head, part, ...)``."""


def is_packed(x: Any) -> bool:
    """Whether ``x`` is a packed graph node."""
    return type(x) is tuple and len(x) > 0 and isinstance(x[0], Head)


def map_with_prefix(f: Callable[[Any, Any], Any], prefix: Any, tree: Any) -> Any:
    """``f(prefix, leaf)`` for every leaf, graph nodes and packed ones being leaves.

    ``prefix`` is a value for the whole tree, or a tuple, list or dict with one for each child.
    """
    if isinstance(prefix, (tuple, list)) and not is_packed(tree):
        if not isinstance(tree, (tuple, list)) or len(prefix) != len(tree):
            raise ValueError(
                f"Prefix {prefix!r} does not match a value of type {type(tree).__name__}"
                + (f" and length {len(tree)}." if isinstance(tree, (tuple, list)) else ".")
            )
        items = [map_with_prefix(f, p, t) for p, t in zip(prefix, tree, strict=True)]
        if isinstance(tree, list):
            return items
        return tuple(items) if type(tree) is tuple else type(tree)(*items)
    if type(prefix) is dict and isinstance(tree, dict):
        return {key: map_with_prefix(f, prefix[key], value) for key, value in tree.items()}
    leaf = functools.partial(f, prefix)
    return jax.tree.map(leaf, tree, is_leaf=lambda x: is_graph_node(x) or is_packed(x))


def divide(graphdef: GraphDef, paths: list[Any], leaves: list[Any], raw: list[Any], filters: Any) -> Packed:
    """A packed node with one part for each filter (all in one part without filters)."""
    if not filters:
        return (Head(graphdef, None, paths), raw)
    place = {id(leaf): i for i, leaf in enumerate(leaves)}
    flat = FlatState(zip(paths, leaves, strict=True), sort=False)
    groups = split_flat(flat, filters, exhaustive=True)
    numbers = tuple(tuple(place[id(leaf)] for leaf in group.leaves) for group in groups)
    return (Head(graphdef, numbers, paths), *([raw[i] for i in group] for group in numbers))


def gather(packed: Packed) -> list[Any]:
    """The arrays of a packed node in the order of the walk."""
    groups, parts = packed[0].groups, packed[1:]
    if groups is None:
        return parts[0]
    leaves: list[Any] = [None] * sum(map(len, groups))
    for numbers, part in zip(groups, parts, strict=True):
        for number, value in zip(numbers, part, strict=True):
            leaves[number] = value
    return leaves


def _filters(prefix: Any) -> Any:
    """The filters of a prefix such as StateAxes; None for others."""
    return getattr(prefix, "filters", None)


def _raw(leaf: Any) -> Any:
    return leaf.get_raw_value() if is_graph_node(leaf) else leaf


class _Side:
    """One side of a transformation."""

    index: RefIndex
    outer: RefIndex | None

    def __init__(self) -> None:
        self.aliases: Aliases | None = Aliases()

    def pack(self, tree: Any, prefix: Any = None, *, nodes_only: bool = False) -> Any:
        """The tree with its graph nodes packed; ``nodes_only`` puts None for other leaves."""

        def pack(axes: Any, leaf: Any) -> Any:
            if not is_graph_node(leaf):
                return None if nodes_only else leaf
            if self.aliases is not None:
                self.aliases.add(leaf, axes)
            graphdef, paths, leaves = flatten_graph(leaf, index=self.index, outer=self.outer)
            return divide(graphdef, paths, leaves, list(map(_raw, leaves)), _filters(axes))

        return map_with_prefix(pack, prefix, tree)


class Outside(_Side):
    """The caller's side: packs its arguments and takes changes back."""

    def __init__(self) -> None:
        super().__init__()
        self.index, self.outer = RefIndex(), None
        self._results: dict[int, Any] = {}

    def take_back(self, tree: Any) -> Any:
        """Results with their graphs; the caller's objects take over what changed in them."""

        def take(leaf: Any) -> Any:
            if not is_packed(leaf):
                return leaf
            return unflatten_graph(
                leaf[0].graphdef,
                gather(leaf),
                objects=self._results,
                outside=self.index.objects,
            )

        return jax.tree.map(take, tree, is_leaf=is_packed)


class Inside(_Side):
    """The function's side: builds its arguments and packs what became of them."""

    def __init__(self) -> None:
        super().__init__()
        self.index, self.outer = RefIndex(), RefIndex()
        self._objects: dict[int, Any] = {}

    def unpack(self, tree: Any) -> Any:
        """Arguments with fresh objects for the packed ones."""

        def build(leaf: Any) -> Any:
            if not is_packed(leaf):
                return leaf
            return self.build(leaf[0].graphdef, gather(leaf))

        return jax.tree.map(build, tree, is_leaf=is_packed)

    def build(self, graphdef: GraphDef, leaves: list[Any]) -> Any:
        """One graph, its objects numbered as on the caller's side."""
        assert self.outer is not None
        node = unflatten_graph(graphdef, leaves, objects=self._objects)
        for number, made in self._objects.items():
            if self.outer.get(made) is None:
                self.outer.assign(number, made)
        return node


def nested(paths: list[Any], leaves: list[Any]) -> Any:
    """A State of leaves, or the leaf itself where the graph is a single Variable."""
    if len(paths) == 1 and paths[0] == ():
        return leaves[0]
    return statelib.from_flat_state(list(zip(paths, leaves, strict=True)))


def resolve_kwargs(f: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> tuple[Any, ...]:
    """Keyword arguments and defaults as positional ones; TypeError where that is impossible."""
    if isinstance(f, functools.partial):
        if kwargs:
            raise TypeError("keyword arguments could not be resolved to positions")
        return tuple(args)
    bound = inspect.signature(f).bind(*args, **kwargs)
    bound.apply_defaults()
    if bound.kwargs:
        raise TypeError("keyword arguments could not be resolved to positions")
    return bound.args


def refuse_bound(f: Callable[..., Any], name: str) -> None:
    """ValueError for a method of a Module, whose ``self`` would not be seen."""
    from flax.nnx.module import Module

    inner = f
    while isinstance(inner, functools.partial):
        inner = inner.func
    if inspect.ismethod(inner) and isinstance(inner.__self__, Module):
        raise ValueError(
            f"nnx.{name} does not support bound methods. Use the decorator form @nnx.{name} or "
            f"call nnx.{name}(MyClass.method)(instance, ...) with the unbound method."
        )
