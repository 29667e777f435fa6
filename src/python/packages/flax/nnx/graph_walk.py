"""Taking a graph apart into a description and leaves, and putting it together again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from flax.nnx.basics import HashableMapping, is_array
from flax.nnx.graph_defs import (
    LEAF_ATTR,
    NODE_ATTR,
    GraphDef,
    NodeDef,
    NodeRef,
    Static,
    VariableDef,
)
from flax.nnx.graph_nodes import is_data, put_together, take_apart
from flax.nnx.pytreelib import Pytree
from flax.nnx.variablelib import Variable


class RefIndex:
    """Numbers objects by identity in the order in which they are first met."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self.objects: list[Any] = []

    def get(self, x: Any) -> int | None:
        """The number of ``x``, None if it was not met."""
        return self._known.get(id(x))

    def add(self, x: Any) -> int:
        """Give ``x`` the next number."""
        number = len(self.objects)
        self._known[id(x)] = number
        self.objects.append(x)
        return number

    def assign(self, number: int, x: Any) -> None:
        """Let ``x`` have a number that was given elsewhere."""
        self._known[id(x)] = number
        self.objects.append(x)


class _Walk:
    """One walk through a graph, collecting descriptions, leaves and their paths."""

    def __init__(self, index: RefIndex, outer: RefIndex | None, raw: bool):
        self.index, self.outer, self.raw = index, outer, raw
        self.nodes: list[Any] = []
        self.attributes: list[tuple[Any, Any]] = []
        self.leaves: list[Any] = []
        self.paths: list[tuple[Any, ...]] = []

    def _leaf(self, path: tuple[Any, ...], value: Any) -> None:
        self.leaves.append(value)
        self.paths.append(path)

    def _outer(self, node: Any) -> int | None:
        return None if self.outer is None else self.outer.get(node)

    def _variable(self, path: tuple[Any, ...], node: Variable) -> None:
        metadata = HashableMapping(node.get_metadata(), copy=False)
        number = self.index.add(node)
        self.nodes.append(VariableDef(node.var_type, number, self._outer(node), metadata))
        self._leaf(path, node.get_raw_value() if self.raw else node)

    def visit(self, path: tuple[Any, ...], node: Any, parts: Any) -> None:
        """Describe ``node``, which ``take_apart`` gave as ``parts`` (None for a leaf)."""
        shared = isinstance(node, (Pytree, Variable))
        if shared and (number := self.index.get(node)) is not None:
            self.nodes.append(NodeRef(number))
        elif isinstance(node, Variable):
            self._variable(path, node)
        elif parts is None:
            self._leaf(path, node)
        else:
            items, kind, metadata = parts
            number = self.index.add(node) if shared else None
            outer = self._outer(node) if shared else None
            self.nodes.append(NodeDef(kind, number, outer, len(items), metadata))
            status = node._pytree__nodes if _tracks_data(node) else None
            for key, value in items:
                known = None if status is None else status.get(str(key), False)
                self._attribute((*path, key), value, known)

    def _attribute(self, path: tuple[Any, ...], value: Any, known: bool | None) -> None:
        key = path[-1]
        if known is False:
            self.attributes.append((key, Static(value)))
            return
        parts = take_apart(value)
        if parts is not None or isinstance(value, Variable):
            self.attributes.append((key, NODE_ATTR))
            self.visit(path, value, parts)
        elif known or is_array(value) or is_data(value):
            self.attributes.append((key, LEAF_ATTR))
            self._leaf(path, value)
        else:
            self.attributes.append((key, Static(value)))


def _tracks_data(node: Any) -> bool:
    return isinstance(node, Pytree) and node._pytree__is_pytree


def flatten_graph(
    node: Any, *, index: RefIndex | None = None, outer: RefIndex | None = None, raw: bool = False
) -> tuple[GraphDef, list[tuple[Any, ...]], list[Any]]:
    """The description of a graph, the paths of its leaves and the leaves.

    ``index`` carries the numbering over several graphs that share nodes; ``outer`` numbers the
    objects of the caller's side; ``raw`` gives the values of Variables for the Variables.
    """
    walk = _Walk(RefIndex() if index is None else index, outer, raw)
    walk.visit((), node, take_apart(node))
    return GraphDef(walk.nodes, walk.attributes, len(walk.leaves)), walk.paths, walk.leaves


class _Build:
    """One pass over a description that makes its graph."""

    def __init__(
        self,
        graphdef: GraphDef,
        leaves: list[Any],
        objects: dict[int, Any],
        outside: list[Any] | None,
        adopt: Callable[[Variable], Variable],
    ):
        self.nodes: Iterator[Any] = iter(graphdef.nodes)
        self.attributes = iter(graphdef.attributes)
        self.leaves = iter(leaves)
        self.objects, self.outside, self.adopt = objects, outside, adopt

    def build(self) -> Any:
        """The object that the next description stands for."""
        described = next(self.nodes)
        if isinstance(described, NodeRef):
            return self.objects[described.index]
        if isinstance(described, VariableDef):
            return self._variable(described)
        if issubclass(described.type, Pytree):
            return self._pytree(described)
        return put_together(described.type, described.metadata, self._items(described))

    def _target(self, described: Any) -> Any:
        if self.outside is None or described.outer_index is None:
            return None
        return self.outside[described.outer_index]

    def _variable(self, described: VariableDef) -> Variable:
        value, variable = next(self.leaves), self._target(described)
        if variable is None:
            if isinstance(value, Variable):
                variable = self.adopt(value)
            else:
                variable = described.type.from_metadata(value, described.metadata)
        elif isinstance(value, Variable):
            variable.update_from_state(value)
        else:
            variable._accept(value, described.metadata)
        self.objects[described.index] = variable
        return variable

    def _pytree(self, described: NodeDef) -> Any:
        node = self._target(described)
        if node is None:
            node = object.__new__(described.type)
        assert described.index is not None
        self.objects[described.index] = node
        attributes = {str(key): value for key, value in self._items(described)}
        vars(node).clear()
        vars(node).update(attributes)
        return node

    def _items(self, described: NodeDef) -> list[tuple[Any, Any]]:
        items = []
        for _ in range(described.num_attributes):
            key, kind = next(self.attributes)
            if isinstance(kind, Static):
                items.append((key, kind.value))
            elif kind is LEAF_ATTR or kind == LEAF_ATTR:
                items.append((key, next(self.leaves)))
            else:
                items.append((key, self.build()))
        return items


def unflatten_graph(
    graphdef: GraphDef,
    leaves: list[Any],
    *,
    objects: dict[int, Any] | None = None,
    outside: list[Any] | None = None,
    adopt: Callable[[Variable], Variable] = lambda variable: variable,
) -> Any:
    """The graph of a description and its leaves.

    ``objects`` carries the numbered nodes over several graphs; described nodes with an outer
    index are written into the objects of ``outside``; ``adopt`` maps Variables among the leaves.
    ValueError if the number of leaves is wrong.
    """
    if len(leaves) != graphdef.num_leaves:
        raise ValueError(f"Incorrect number of leaves, expected {graphdef.num_leaves} leaves, but got {len(leaves)}.")
    if not graphdef.nodes:
        return leaves[0]
    found = {} if objects is None else objects
    return _Build(graphdef, leaves, found, outside, adopt).build()
