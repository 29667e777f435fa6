"""What counts as a node of a graph, and the named children of each kind of node."""

from __future__ import annotations

from typing import Any

import jax
from flax.nnx.basics import HashableMapping
from flax.nnx.pytree_fields import PLAIN_TYPES, is_data, is_graph_node, is_node_leaf
from flax.nnx.pytreelib import Pytree, PytreeState
from flax.nnx.statelib import State
from flax.nnx.variablelib import Variable

__all__ = ["Generic", "children", "is_data", "is_graph_node", "is_node", "is_node_leaf"]


class GenericPytree:
    """Stands for the type of any registered tree in a graph's description."""


class Generic:
    """How a registered tree was taken apart: the order of its keys and JAX's own structure."""

    def __init__(self, key_index: HashableMapping, treedef: Any):
        self.key_index = key_index
        self.treedef = treedef

    def rebuild(self, items: list[tuple[Any, Any]]) -> Any:
        """The tree with these children."""
        ordered = sorted(items, key=lambda item: self.key_index[item[0]])
        return jax.tree_util.tree_unflatten(self.treedef, [value for _, value in ordered])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Generic) and self.key_index == other.key_index and self.treedef == other.treedef

    def __hash__(self) -> int:
        return hash((self.key_index, self.treedef))

    def __repr__(self) -> str:
        return f"({self.key_index!r}, {self.treedef!r})"


def path_key(key: Any) -> Any:
    """The plain key behind one entry of a JAX key path."""
    for attribute in ("idx", "key", "name"):
        if hasattr(key, attribute):
            return getattr(key, attribute)
    return str(key)


def path_keys(path: Any) -> tuple[Any, ...]:
    """The plain keys of a JAX key path."""
    return tuple(map(path_key, path))


def _one_level(tree: Any) -> tuple[list[tuple[Any, Any]], Any] | None:
    """Children and structure of a registered tree, None for a leaf."""
    pairs, treedef = jax.tree_util.tree_flatten_with_path(tree, is_leaf=lambda x: x is not tree)
    if len(pairs) == 1 and not pairs[0][0]:
        return None
    return [(path_key(path[0]), value) for path, value in pairs], treedef


_STATE_STRUCTURES: dict[Any, Generic] = {}


def _state_structure(state: PytreeState) -> Generic:
    """The structure of a PytreeState, kept because every object has one."""
    key = (state.initializing, state.is_setup)
    if key not in _STATE_STRUCTURES:
        treedef = jax.tree_util.tree_structure(state)
        _STATE_STRUCTURES[key] = Generic(HashableMapping({}), treedef)
    return _STATE_STRUCTURES[key]


def children(node: Any) -> list[tuple[Any, Any]] | None:
    """The ``(key, value)`` children of a node in their fixed order; None if it is a leaf."""
    found = take_apart(node)
    return None if found is None else found[0]


def take_apart(node: Any) -> tuple[list[tuple[Any, Any]], type, Any] | None:
    """Children, type and metadata of a node; None for a leaf, such as a Variable."""
    kind = type(node)
    if node is None:
        return [], kind, None
    if isinstance(node, Pytree):
        return node._graph_items(), kind, kind
    if kind is list or kind is tuple:
        return list(enumerate(node)), kind, None
    if kind is dict:
        return sorted(node.items()), kind, None
    if kind is State:
        return sorted(node.raw_mapping.items()), kind, None
    if kind is PytreeState:
        return [], GenericPytree, _state_structure(node)
    if kind in PLAIN_TYPES or isinstance(node, (Variable, type)) or is_node_leaf(node):
        return None
    level = _one_level(node)
    if level is None:
        return None
    items, treedef = level
    order = HashableMapping({key: i for i, (key, _) in enumerate(items)}, copy=False)
    return sorted(items, key=lambda item: item[0]), GenericPytree, Generic(order, treedef)


_REBUILD: dict[type, Any] = {
    type(None): lambda items: None,
    list: lambda items: [value for _, value in items],
    tuple: lambda items: tuple(value for _, value in items),
    dict: dict,
    State: State,
}


def put_together(kind: type, metadata: Any, items: list[tuple[Any, Any]]) -> Any:
    """A plain container from its children; the opposite of :func:`take_apart`."""
    if kind is GenericPytree:
        return metadata.rebuild(items)
    return _REBUILD[kind](items)


def is_node(x: Any) -> bool:
    """Whether ``x`` has children: a Pytree or any container JAX knows. Variables have none."""
    return take_apart(x) is not None


def set_child(node: Any, key: Any, value: Any) -> None:
    """Write a child of a mutable node; ValueError for an immutable one."""
    if isinstance(node, Pytree):
        node._graph_set(key, value)
    elif isinstance(node, (list, dict, State)):
        node[key] = value
    else:
        raise ValueError(f"Cannot set key {key!r} on immutable node of type {type(node).__name__}")


def pop_child(node: Any, key: Any) -> Any:
    """Take a child out of a mutable node; ValueError for an immutable one."""
    if isinstance(node, Pytree):
        return node._graph_pop(key)
    if isinstance(node, (dict, State)):
        return node.pop(key)
    raise ValueError(f"Cannot pop key {key!r} from node of type {type(node).__name__}")
