"""The functional face of NNX: models as a static description and a State of arrays."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import jax
from flax.nnx import filterlib, statelib, traversals
from flax.nnx.flat_state import FlatState, split_flat
from flax.nnx.graph_calls import cached_partial, call
from flax.nnx.graph_defs import GraphDef, NodeDef, NodeRef, Static, VariableDef
from flax.nnx.graph_edit import (
    find_duplicates,
    iter_children,
    iter_graph,
    iter_module_children,
    pop,
    recursive_map,
    update,
)
from flax.nnx.graph_nodes import is_graph_node, is_node, is_node_leaf
from flax.nnx.graph_walk import flatten_graph, unflatten_graph
from flax.nnx.statelib import State
from flax.nnx.variablelib import Variable

__all__ = [
    "GraphDef",
    "NodeDef",
    "NodeRef",
    "Static",
    "VariableDef",
    "as_pure",
    "cached_partial",
    "call",
    "clone",
    "find_duplicates",
    "flatten",
    "graphdef",
    "is_graph_node",
    "is_node",
    "is_node_leaf",
    "iter_children",
    "iter_graph",
    "iter_module_children",
    "map",
    "merge",
    "pop",
    "recursive_map",
    "set_graph_mode",
    "set_graph_updates",
    "set_metadata",
    "split",
    "state",
    "unflatten",
    "update",
    "variables",
]


def check_graph_mode(graph: bool | None) -> None:
    """NotImplementedError for tree mode."""
    if graph is False:
        raise NotImplementedError(
            "graph=False (tree mode) is not on this page: models are graphs here, as they are by default in Flax 0.12."
        )


@contextlib.contextmanager
def set_graph_mode(value: bool, /) -> Iterator[None]:
    """Graph mode is the only one here; asking for another raises NotImplementedError."""
    check_graph_mode(value)
    yield


@contextlib.contextmanager
def set_graph_updates(value: bool, /) -> Iterator[None]:
    """Transformations here always write changes back; asking for less raises."""
    if value is False:
        raise NotImplementedError("graph_updates=False is not on this page.")
    yield


def flatten(node: Any, /, *, graph: bool | None = None) -> tuple[GraphDef, FlatState]:
    """Description and flat state of a graph. Objects that appear twice are described once."""
    check_graph_mode(graph)
    graphdef, paths, leaves = flatten_graph(node)
    return graphdef, FlatState(zip(paths, leaves, strict=True), sort=False)


def unflatten(graphdef: GraphDef, state: Any, /, *, copy_variables: bool = False) -> Any:
    """The graph of a description and a State, a FlatState or a list of leaves."""
    if isinstance(state, FlatState):
        leaves = list(state.leaves)
    elif isinstance(state, list):
        leaves = state
    elif isinstance(state, (State, dict)):
        leaves = [value for _, value in statelib.to_flat_state(state)]
    else:
        raise ValueError(f"Unsupported state type: {type(state)}")
    adopt = (lambda v: v.copy()) if copy_variables else (lambda v: v)
    return unflatten_graph(graphdef, leaves, adopt=adopt)


def _nested(flat: FlatState) -> Any:
    if len(flat) == 1 and flat[0][0] == ():
        return flat[0][1]
    return statelib.from_flat_state(flat)


def split(node: Any, *filters: filterlib.Filter, graph: bool | None = None) -> tuple[Any, ...]:
    """``(graphdef, state)``, or one State for each filter.

    Every value goes to the first filter that selects it; ValueError if one is left over
    (end with ``...``). The States hold the model's own Variables, not copies.
    """
    described, flat = flatten(node, graph=graph)
    groups = split_flat(flat, filters, exhaustive=True) if filters else [flat]
    return (described, *map_list(_nested, groups))


def map_list(f: Callable[[Any], Any], items: list[Any]) -> list[Any]:
    """``f`` of every item (``map`` is the graph's own here)."""
    return [f(item) for item in items]


def _pairs(state: Any) -> list[tuple[Any, Any]]:
    if isinstance(state, (State, dict)):
        return traversals.flatten_to_sequence(state)
    return list(state) if isinstance(state, FlatState) else [((), state)]


def merge(
    graphdef_or_graphstate: GraphDef, /, *states: Any, copy: bool = False, recreate_variables: bool = True
) -> Any:
    """The model of a description and the States that :func:`split` gave.

    The model holds the States' own Variables; ``copy=True`` gives it new ones.
    """
    graphdef = graphdef_or_graphstate
    if not isinstance(graphdef, GraphDef):
        raise TypeError(f"Expected a GraphDef or GraphState object, got: {graphdef!r}")
    if not states:
        raise TypeError("merge() missing 1 required positional argument: 'state'")
    if isinstance(states[0], list):
        if len(states) != 1:
            raise ValueError("Only one state can be passed as a list.")
        return unflatten(graphdef, states[0], copy_variables=copy)
    pairs = [pair for one in states for pair in _pairs(one)]
    return unflatten(graphdef, FlatState(pairs, sort=True), copy_variables=copy)


def state(node: Any, *filters: filterlib.Filter, graph: bool | None = None) -> Any:
    """The State of a model; with filters one State each, what none selects is left out."""
    _, flat = flatten(node, graph=graph)
    nested = flat.to_nested_state()
    return statelib.filter_state(nested, *filters) if filters else nested


variables = state


def graphdef(node: Any, /, *, graph: bool | None = None) -> GraphDef:
    """The static description of a model."""
    return flatten(node, graph=graph)[0]


def clone(node: Any, variables: bool = True, *, arrays: bool = False, graph: bool | None = None) -> Any:
    """A model of the same structure with its own Variables (arrays are shared)."""
    described, current = split(node, graph=graph)
    if arrays:
        if not variables:
            raise ValueError("If arrays is True, variables should be also True")
        current = jax.tree.map(jax.numpy.array, current)
    return merge(described, current, copy=variables and not arrays)


def map(
    f: Callable[[Any, Any], Any],
    node: Any,
    /,
    *,
    graph: bool | None = None,
    recreate_variables: bool = True,
) -> Any:
    """A model with ``f(path, value)`` in the place of each Variable or array."""
    described, current = split(node, graph=graph)
    is_state = isinstance(current, State)
    mapped = statelib.map_state(f, current) if is_state else f((), current)
    return merge(described, mapped, recreate_variables=recreate_variables)


def as_pure(tree: Any) -> Any:
    """The tree with values in the place of Variables."""

    def pure(x: Any) -> Any:
        return as_pure(x.get_raw_value()) if isinstance(x, Variable) else x

    return jax.tree.map(pure, tree, is_leaf=lambda x: isinstance(x, Variable))


def set_metadata(node: Any, /, *, only: filterlib.Filter = Variable, **metadata: Any) -> None:
    """Set metadata of all selected Variables."""
    for _, variable in statelib.to_flat_state(state(node, only)):
        if isinstance(variable, Variable):
            variable.set_metadata(**metadata)


def with_vars(
    node: Any,
    /,
    *,
    hijax: bool | None = None,
    ref: bool | None = None,
    mutable: bool | None = None,
    only: filterlib.Filter = ...,
    allow_duplicates: bool = False,
) -> Any:
    """A model with changed Variable flags; this page has plain Variables only."""
    del mutable, only, allow_duplicates
    for name, wanted in {"hijax": hijax, "ref": ref}.items():
        if wanted:
            raise NotImplementedError(f"Variables with {name}=True are not on this page.")
    return clone(node, variables=False)


def pure(tree: Any) -> Any:
    """Deprecated: :func:`as_pure`."""
    warnings.warn("This function is deprecated. Use as_pure instead.", DeprecationWarning, stacklevel=2)
    return as_pure(tree)
