"""``jax.tree`` and ``jax.tree_util``: taking trees apart and mapping over them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

from _lab import call_log

from .keys import keystr
from .mismatch import describe_mismatch
from .registry import NodeKind, is_node_class, kind_of, register_pytree_node
from .treedef import LEAF, PyTreeDef, StructureError, flatten_into, flatten_paths

IsLeaf = Callable[[Any], bool] | None
_NOTHING: Any = object()


def tree_flatten(tree: Any, is_leaf: IsLeaf = None) -> tuple[list[Any], PyTreeDef]:
    """The leaves of a tree and its structure."""
    leaves: list[Any] = []
    treedef = flatten_into(tree, leaves, is_leaf)
    return leaves, treedef


def tree_leaves(tree: Any, is_leaf: IsLeaf = None) -> list[Any]:
    """The leaves of a tree, dicts in the order of their sorted keys."""
    return tree_flatten(tree, is_leaf)[0]


def tree_structure(tree: Any, is_leaf: IsLeaf = None) -> PyTreeDef:
    """The structure of a tree."""
    return tree_flatten(tree, is_leaf)[1]


def tree_unflatten(treedef: PyTreeDef, leaves: Iterable[Any]) -> Any:
    """A tree of a structure with these leaves."""
    return treedef.unflatten(leaves)


def up_to(treedef: PyTreeDef, tree: Any, model: Any, name: str) -> list[Any]:
    """The parts of a tree where another one has its leaves, or JAX's error for different structures."""
    try:
        return treedef.flatten_up_to(tree)
    except StructureError:
        text = describe_mismatch(model, tree, name)
        raise ValueError(text or f"{name} does not have the expected structure {treedef}.") from None


def tree_map(f: Callable[..., Any], tree: Any, *rest: Any, is_leaf: IsLeaf = None) -> Any:
    """Apply a function to every leaf, and to what stands at the same places in further trees."""
    if call_log.calls is not None:
        call_log.add("tree.map", lambda: [1 + len(rest), *_leaf_paths(tree, is_leaf)])
    leaves, treedef = tree_flatten(tree, is_leaf)
    if not rest:
        return treedef._build(iter([f(leaf) for leaf in leaves]))
    columns = [leaves, *(up_to(treedef, other, tree, "tree_map tree") for other in rest)]
    return treedef.unflatten([f(*values) for values in zip(*columns, strict=True)])


def _leaf_paths(tree: Any, is_leaf: IsLeaf) -> list[str]:
    return [keystr(path) for path, _ in tree_leaves_with_path(tree, is_leaf)]


def tree_all(tree: Any, *, is_leaf: IsLeaf = None) -> bool:
    """Whether all leaves are true."""
    return all(tree_leaves(tree, is_leaf))


def tree_reduce(
    function: Callable[[Any, Any], Any], tree: Any, initializer: Any = _NOTHING, is_leaf: IsLeaf = None
) -> Any:
    """Fold the leaves from the left."""
    leaves = tree_leaves(tree, is_leaf)
    if initializer is _NOTHING:
        return functools.reduce(function, leaves)
    return functools.reduce(function, leaves, initializer)


def tree_reduce_associative(
    operation: Callable[[Any, Any], Any], tree: Any, *, identity: Any = _NOTHING, is_leaf: IsLeaf = None
) -> Any:
    """Combine the leaves with an associative operation, in pairs."""
    leaves = tree_leaves(tree, is_leaf)
    if leaves:
        return _combined(operation, leaves)
    if identity is _NOTHING:
        raise TypeError("Must specify identity for parallel reduction of empty sequence.")
    return identity


def _combined(operation: Callable[[Any, Any], Any], leaves: list[Any]) -> Any:
    if len(leaves) == 1:
        return leaves[0]
    half = len(leaves) // 2
    return operation(_combined(operation, leaves[:half]), _combined(operation, leaves[half:]))


def tree_transpose(outer_treedef: PyTreeDef, inner_treedef: PyTreeDef | None, pytree_to_transpose: Any) -> Any:
    """A tree of trees with inside and outside exchanged."""
    leaves, treedef = tree_flatten(pytree_to_transpose)
    if inner_treedef is None:
        inner_treedef = tree_structure(outer_treedef.flatten_up_to(pytree_to_transpose)[0])
    expected = outer_treedef.compose(inner_treedef)
    if treedef != expected:
        raise TypeError(f"Mismatch\n{treedef}\n != \n{expected}")
    m = inner_treedef.num_leaves
    columns = [[leaves[i * m + k] for i in range(outer_treedef.num_leaves)] for k in range(m)]
    return inner_treedef.unflatten([outer_treedef.unflatten(column) for column in columns])


def tree_broadcast(prefix_tree: Any, full_tree: Any, is_leaf: IsLeaf = None) -> Any:
    """Repeat the leaves of a tree that matches the front of another one, so that both have one structure."""
    return tree_map(lambda leaf, part: tree_map(lambda _: leaf, part), prefix_tree, full_tree, is_leaf=is_leaf)


def _with_path(tree: Any, is_leaf: Any, is_leaf_takes_path: bool = False) -> tuple[list[tuple[Any, Any]], PyTreeDef]:
    out: list[tuple[Any, Any]] = []
    treedef = flatten_paths(tree, (), out, is_leaf, is_leaf_takes_path)
    return out, treedef


def tree_flatten_with_path(tree: Any, is_leaf: Any = None, is_leaf_takes_path: bool = False) -> Any:
    """``(path, leaf)`` pairs, and the structure."""
    return _with_path(tree, is_leaf, is_leaf_takes_path)


def tree_leaves_with_path(tree: Any, is_leaf: Any = None, is_leaf_takes_path: bool = False) -> list[tuple[Any, Any]]:
    """``(path, leaf)`` pairs."""
    return _with_path(tree, is_leaf, is_leaf_takes_path)[0]


def tree_map_with_path(
    f: Callable[..., Any], tree: Any, *rest: Any, is_leaf: Any = None, is_leaf_takes_path: bool = False
) -> Any:
    """Like ``tree_map``, and the function gets the key path first."""
    pairs, treedef = _with_path(tree, is_leaf, is_leaf_takes_path)
    columns = [[leaf for _, leaf in pairs], *(up_to(treedef, other, tree, "tree_map_with_path tree") for other in rest)]
    paths = [path for path, _ in pairs]
    return treedef.unflatten([f(path, *values) for path, *values in zip(paths, *columns, strict=True)])


def treedef_tuple(treedefs: Iterable[PyTreeDef]) -> PyTreeDef:
    """The structure of a tuple of trees."""
    from .registry import TUPLE

    return PyTreeDef(TUPLE, tuple, None, tuple(treedefs))


def treedef_children(treedef: PyTreeDef) -> list[PyTreeDef]:
    """The structures of the children of the root."""
    return treedef.children()


def treedef_is_leaf(treedef: PyTreeDef) -> bool:
    """Whether a structure is that of a single leaf."""
    return treedef.num_nodes == 1


def all_leaves(iterable: Iterable[Any], is_leaf: IsLeaf = None) -> bool:
    """Whether none of the values is an inner node of a tree."""
    return all(tree_structure(value, is_leaf) is LEAF for value in iterable)


def flatten_one_level(tree: Any) -> tuple[Iterable[Any], Any]:
    """The children of the root and its metadata."""
    children, metadata = _kind(tree).flatten(tree)
    return (children if isinstance(tree, list) else tuple(children)), metadata


def flatten_one_level_with_keys(tree: Any) -> tuple[Iterable[Any], Any]:
    """The children of the root with their keys, and its metadata."""
    return _kind(tree).keyed(tree)


def _kind(tree: Any) -> NodeKind:
    kind = kind_of(tree)
    if kind is None:
        raise ValueError(f"can't tree-flatten type: {type(tree)}")
    return kind


def is_tree_node(typ: type) -> bool:
    """Whether values of a class are inner nodes of trees."""
    return is_node_class(typ)


class Partial(functools.partial[Any]):
    """``functools.partial`` as a tree: its bound arguments are children, its function is metadata."""

    def __new__(cls, func: Callable[..., Any], *args: Any, **kw: Any) -> Partial:
        if isinstance(func, functools.partial):
            original = func

            def wrapped(*a: Any, **k: Any) -> Any:
                return original(*a, **k)

            functools.update_wrapper(wrapped, original.func)
            func = wrapped
        return super().__new__(cls, func, *args, **kw)


def _partial_unflatten(func: Any, children: Any) -> Partial:
    args, kw = children
    return Partial(func, *args, **kw)


register_pytree_node(Partial, lambda p: ((p.args, p.keywords), p.func), _partial_unflatten)


def argument_names(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> list[str]:
    """A name for every flat argument of a call: ``x``, ``params['w']``."""
    names: list[str] = []
    try:
        bound = inspect.signature(function).bind(*args, **kwargs).arguments
        values: list[tuple[str, Any]] = []
        for name, value in bound.items():
            parameter = inspect.signature(function).parameters[name]
            if parameter.kind is parameter.VAR_POSITIONAL:
                values += [(f"{name}[{i}]", one) for i, one in enumerate(value)]
            elif parameter.kind is parameter.VAR_KEYWORD:
                values += [(f"{name}['{key}']", value[key]) for key in sorted(value)]
            else:
                values.append((name, value))
    except TypeError, ValueError:
        values = [(f"args[{i}]", one) for i, one in enumerate(args)]

    for name, value in values:
        names += [f"{name}{keystr(path)}" for path, _ in tree_leaves_with_path(value)]
    return names
