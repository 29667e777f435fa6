"""The static description of a graph: what remains of a model when its arrays are taken out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import jax
from flax.nnx import reprlib
from flax.nnx.basics import HashableMapping

register_static = jax.tree_util.register_static


class _Described(reprlib.Representable):
    """A description that prints its fields, types by name and mappings line by line."""

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield reprlib.Object(type=type(self))
        for field in dataclasses.fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if field.name == "type":
                value = value.__name__
            if isinstance(value, HashableMapping):
                value = reprlib.PrettyMapping(value)
            yield reprlib.Attr(field.name, value)


@register_static
@dataclasses.dataclass(frozen=True, repr=False)
class NodeRef(_Described):
    """A node that was described before, by its index."""

    index: int


@dataclasses.dataclass(frozen=True, repr=False)
class VariableDef(_Described):
    """A Variable without its value."""

    type: type
    index: int
    outer_index: int | None
    metadata: HashableMapping


@register_static
@dataclasses.dataclass(frozen=True, repr=False)
class NodeDef(_Described):
    """A node without its children."""

    type: type
    index: int | None
    outer_index: int | None
    num_attributes: int
    metadata: Any


@dataclasses.dataclass(frozen=True)
class NodeAttr:
    """An attribute that is a node or a Variable."""


@dataclasses.dataclass(frozen=True)
class LeafAttr:
    """An attribute that is an array or other data."""


@register_static
@dataclasses.dataclass(frozen=True)
class Static:
    """An attribute that belongs to the structure, with its value."""

    value: Any


NODE_ATTR, LEAF_ATTR = NodeAttr(), LeafAttr()


@register_static
@dataclasses.dataclass(frozen=True, eq=True)
class GraphDef:
    """The structure of a graph: nodes and attributes in the order of a walk through it.

    Two models with equal GraphDefs differ in their arrays only, so ``nnx.jit`` traces once
    for both.
    """

    nodes: list[Any]
    attributes: list[tuple[Any, Any]]
    num_leaves: int

    def __hash__(self) -> int:
        return hash((tuple(self.nodes), tuple(self.attributes)))

    def apply(self, state: Any, *states: Any, graph: bool | None = None) -> Any:
        """Merge, call ``.method(...)`` on the model and give ``(out, (graphdef, state))``."""
        from flax.nnx import graphlib

        graphlib.check_graph_mode(graph)
        return graphlib.call((self, state, *states))
