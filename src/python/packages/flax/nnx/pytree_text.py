"""The text of a Pytree: its attributes, with a count of what its Variables hold."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator
from typing import Any

import jax
from flax.nnx import graph_nodes, reprlib
from flax.nnx.basics import SizeBytes, is_array
from flax.nnx.pytree_fields import is_graph_node
from flax.nnx.variablelib import Variable

Stats = dict[type, SizeBytes]


@dataclasses.dataclass(frozen=True, repr=False)
class ArrayRepr(reprlib.Representable):
    """Stands for an array inside a module's text: shape and dtype without the numbers."""

    shape: tuple[int, ...]
    dtype: Any

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield reprlib.Object(type="Array", same_line=True)
        yield reprlib.Attr("shape", self.shape)
        yield reprlib.Attr("dtype", self.dtype)


@dataclasses.dataclass(frozen=True, repr=False)
class VariableRepr(reprlib.Representable):
    """Stands for a Variable inside a module's text."""

    var_type: type[Variable]
    value: Any
    metadata: dict[str, Any]

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield from self.var_type._new(self.value, self.metadata).__nnx_repr__()


@dataclasses.dataclass
class _Printing:
    """What one printing has counted and shown so far."""

    stats: dict[int, Stats] | None = None
    seen: set[int] | None = None


_PRINTING = _Printing()


def _brief(x: Any) -> Any:
    """``x`` with its larger arrays reduced to shape and dtype."""
    if isinstance(x, Variable):
        value = jax.tree.map(_brief, x.get_raw_value())
        return VariableRepr(x.var_type, value, x.get_metadata())
    if is_array(x) and math.prod(x.shape) > 1:
        return ArrayRepr(x.shape, x.dtype)
    return x


def _count(node: Any, found: dict[int, Stats]) -> Stats:
    """Sizes by kind of Variable below ``node``; every node and Variable counts once."""
    from flax.nnx.rnglib import RngState

    stats: Stats = {}
    found[id(node)] = stats
    if isinstance(node, Variable):
        kind = RngState if issubclass(node.var_type, RngState) else node.var_type
        size = SizeBytes.from_any(node.get_raw_value())
        if size:
            stats[kind] = size
        return stats
    for _, value in graph_nodes.children(node) or ():
        if id(value) in found:
            continue
        if isinstance(value, Variable) or graph_nodes.is_node(value):
            for kind, size in _count(value, found).items():
                stats[kind] = stats[kind] + size if kind in stats else size
    return stats


def _comment(stats: Stats) -> str:
    if not stats:
        return ""
    parts = [f"{kind.__name__}: {size}" for kind, size in stats.items()]
    if len(stats) > 1:
        parts.append(f"Total: {sum(stats.values(), SizeBytes(0, 0))}")
    return " # " + ", ".join(parts)


def pytree_lines(node: Any) -> Iterator[reprlib.Object | reprlib.Attr]:
    """What ``__nnx_repr__`` of a Pytree yields; a node met again prints as ``Name(...)``."""
    outermost_stats = _PRINTING.stats is None or id(node) not in _PRINTING.stats
    outermost = _PRINTING.seen is None
    if outermost_stats:
        _PRINTING.stats = {}
        _count(node, _PRINTING.stats)
    if _PRINTING.seen is None:
        _PRINTING.seen = set()
    try:
        if id(node) in _PRINTING.seen:
            yield reprlib.Object(type=type(node), empty_repr="...")
            return
        assert _PRINTING.stats is not None
        yield reprlib.Object(type=type(node), comment=_comment(_PRINTING.stats[id(node)]))
        _PRINTING.seen.add(id(node))
        for name, value in vars(node).items():
            hidden = name.startswith("_") and not node._pytree__nodes.get(name, False)
            if not hidden and not name.startswith("_pytree__"):
                yield reprlib.Attr(name, jax.tree.map(_brief, value, is_leaf=is_graph_node))
    finally:
        if outermost:
            _PRINTING.seen = None
        if outermost_stats:
            _PRINTING.stats = None
