"""What every transformation asks of the Variables that it takes in or gives out, in one place."""

from __future__ import annotations

from typing import Any

from flax.nnx import filterlib
from flax.nnx.graph_edit import iter_graph
from flax.nnx.variablelib import Variable


def prefix_of(axes: Any, path: Any, variable: Variable) -> Any:
    """What a prefix says of one Variable: that of the first fitting filter, where it has filters."""
    if not hasattr(axes, "filters"):
        return axes
    for chosen, axis in axes.items():
        if filterlib.to_predicate(chosen)(path, variable):
            return axis
    return None


class Aliases:
    """The Variables that cross a border of a transformation together, each with its places and their prefixes."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[Variable, list[tuple[Any, Any]]]] = {}

    def add(self, node: Any, axes: Any) -> None:
        """Takes note of a graph.

        ValueError for a Variable of another trace, and for one that is at several places of which the transformation
        is told different things.
        """
        for path, value in iter_graph(node):
            if not isinstance(value, Variable):
                continue
            if not value._can_update:
                raise ValueError(f"Cannot extract graph node from different trace level, got {value!r}")
            _, places = self._seen.setdefault(id(value), (value, []))
            places.append((path, prefix_of(axes, path, value)))
        self._check()

    def _check(self) -> None:
        told = [
            "\n".join([f"Node: {type(variable).__name__}", *(f"  {_text(path)}: {prefix}" for path, prefix in places)])
            for variable, places in self._seen.values()
            if any(prefix != places[0][1] or type(prefix) is not type(places[0][1]) for _, prefix in places)
        ]
        if told:
            raise ValueError(
                "Inconsistent aliasing detected. The following nodes have different prefixes:\n" + "\n".join(told)
            )


def _text(path: Any) -> str:
    return "/".join(map(str, path)) or "<root>"
