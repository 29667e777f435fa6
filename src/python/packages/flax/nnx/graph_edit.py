"""Looking through a graph and changing it in place: iterate, update, pop, map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flax.nnx import filterlib, statelib
from flax.nnx.graph_nodes import (
    children,
    is_graph_node,
    is_node,
    is_node_leaf,
    pop_child,
    set_child,
)
from flax.nnx.graph_walk import flatten_graph, unflatten_graph
from flax.nnx.pytreelib import Pytree
from flax.nnx.variablelib import Variable

Path = tuple[Any, ...]


def iter_graph(node: Any, /, *, graph: bool | None = None) -> Iterator[tuple[Path, Any]]:
    """``(path, value)`` of everything below a node, children before their parent.

    Shared nodes and Variables come once; the node itself comes last, with the path ``()``.
    """
    del graph
    yield from _walk(node, (), set())


def _walk(value: Any, path: Path, visited: set[int]) -> Iterator[tuple[Path, Any]]:
    items = children(value)
    if items is None and not isinstance(value, Variable):
        yield path, value
        return
    if id(value) in visited:
        return
    visited.add(id(value))
    for key, child in items or ():
        yield from _walk(child, (*path, key), visited)
    yield path, value


def _children_of(node: Any) -> list[tuple[Any, Any]]:
    items = children(node)
    if items is None:
        raise ValueError(
            f"Expected a graph node, got {type(node).__name__}. If this is a regular pytree, use graph=False."
        )
    return items


def iter_children(node: Any, /, *, graph: bool | None = None) -> Iterator[tuple[Any, Any]]:
    """``(key, child)`` of the direct children that are graph nodes or Variables."""
    del graph
    return ((key, child) for key, child in _children_of(node) if is_graph_node(child))


def iter_module_children(node: Any, /, *, graph: bool | None = None) -> Iterator[Any]:
    """``(key, child)`` of the direct children that are Pytrees."""
    del graph
    return ((key, child) for key, child in _children_of(node) if isinstance(child, Pytree))


def update(node: Any, state: Any, /, *states: Any) -> None:
    """Write the values of States into a model in place.

    Entries that the model lacks become new attributes; where a State has an array for a
    Variable, the Variable takes it as its value.
    """
    if states and isinstance(node, Variable):
        filled = [s for s in (state, *states) if not isinstance(s, Mapping) or s]
        if len(filled) != 1:
            raise ValueError(f"Expected exactly one non-empty state, got: {(state, *states)!r}")
        state = filled[0]
    elif states:
        state = statelib.merge_state(state, *states)
    _update(node, state)


def _update_variable(variable: Variable, value: Any) -> None:
    if isinstance(value, Variable):
        variable.update_from_state(value)
    elif not (isinstance(value, statelib.State) and not value):
        variable.set_raw_value(value)


def _update(node: Any, state: Any) -> None:
    if isinstance(node, Variable):
        _update_variable(node, state)
        return
    items = children(node)
    if items is None:
        raise RuntimeError(f"Unsupported type: {type(node)}")
    present = dict(items)
    for key, value in state.items():
        if key not in present:
            set_child(node, key, value.copy() if isinstance(value, Variable) else value)
            continue
        current = present[key]
        if isinstance(current, Variable):
            _update_variable(current, value)
        elif is_node(current):
            if is_node_leaf(value):
                raise ValueError(f"Expected a subgraph for {key!r}, but got: {value!r}")
            _update(current, value)
        else:
            set_child(node, key, value)


def pop(node: Any, *filters: filterlib.Filter) -> Any:
    """Take the selected Variables out of a model; a State, or one for each filter."""
    if not filters:
        raise ValueError("Expected at least one filter")
    predicates = tuple(filterlib.to_predicate(f) for f in filters)
    taken: tuple[dict[Path, Any], ...] = tuple({} for _ in predicates)
    _pop(node, (), set(), predicates, taken)
    states = tuple(statelib.from_flat_state(flat) for flat in taken)
    return states[0] if len(states) == 1 else states


def _pop(node: Any, path: Path, seen: set[int], predicates: Any, taken: Any) -> None:
    items = children(node)
    if items is None:
        raise RuntimeError(f"Unsupported type: {type(node)}, this is a bug.")
    if id(node) in seen:
        return
    seen.add(id(node))
    for key, value in items:
        where = (*path, key)
        if is_node(value):
            _pop(value, where, seen, predicates, taken)
        elif is_node_leaf(value) and id(value) not in seen:
            hits = (t for t, predicate in zip(taken, predicates, strict=False) if predicate(where, value))
            group = next(hits, None)
            if group is not None:
                seen.add(id(value))
                pop_child(node, key)
                group[where] = value


def recursive_map(f: Callable[[Path, Any], Any], node: Any, /, *, graph: bool | None = None) -> Any:
    """A copy of a graph with ``f(path, value)`` in the place of everything, children first."""
    del graph
    graphdef, _, leaves = flatten_graph(node)
    return _map(f, unflatten_graph(graphdef, leaves), (), {}, set())


def _map(f: Any, node: Any, path: Path, results: dict[int, Any], open_: set[int]) -> Any:
    if id(node) in open_ or id(node) in results:
        if id(node) in results:
            return results[id(node)][0]
        where = "/".join(map(str, path))
        raise ValueError(
            f"Found cycle in the graph at path '{where}'. Node of type {type(node)} has already "
            "been visited but has not been returned yet."
        )
    if isinstance(node, (Pytree, Variable)):
        open_.add(id(node))
    for key, value in children(node) or ():
        new = _map(f, value, (*path, key), results, open_)
        if new is not value:
            try:
                set_child(node, key, new)
            except ValueError:
                raise ValueError(
                    f"Cannot update key '{key}' for node of type '{type(node)}' because the node "
                    "does not support mutation."
                ) from None
    new_node = f(path, node)
    if isinstance(node, (Pytree, Variable)):
        # The node is kept beside its result, so that its id stays its own.
        results[id(node)] = (new_node, node)
    return new_node


def find_duplicates(node: Any, /, *, only: filterlib.Filter = ...) -> list[list[Path]]:
    """The paths of every node, Variable or array that can be reached in more than one way."""
    paths: dict[int, list[Path]] = {}
    _find_duplicates(node, (), filterlib.to_predicate(only), paths)
    return [found for found in paths.values() if len(found) > 1]


def _find_duplicates(value: Any, path: Path, predicate: Any, paths: dict[int, list[Path]]) -> None:
    shared = is_graph_node(value) or is_node_leaf(value)
    if shared and id(value) in paths:
        if predicate(path, value):
            paths[id(value)].append(path)
        return
    if shared:
        paths[id(value)] = [path]
    for key, child in children(value) or ():
        _find_duplicates(child, (*path, key), predicate, paths)
