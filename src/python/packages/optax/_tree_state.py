"""Finding and replacing parts of an optimizer's state by name."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import jax

Path = tuple[Any, ...]


@dataclasses.dataclass(frozen=True)
class NamedTupleKey:
    """A step of a path into a named tuple: its class's name and the field."""

    tuple_name: str
    name: str

    def __str__(self) -> str:
        return f"{self.tuple_name}.{self.name}"


class ParamsPlaceholder:
    """Stands for the parameters when a state's structure is made to be looked at."""


jax.tree_util.register_pytree_node(ParamsPlaceholder, lambda _: ((), None), lambda _, __: ParamsPlaceholder())


def tree_get_all_with_path(
    tree: Any, key: Any, filtering: Callable[[Path, Any], bool] | None = None
) -> list[tuple[Path, Any]]:
    """Every value under the name `key` (field, dict key or class of named tuple), with its path."""
    found = [(path, value) for path, name, value in _walk(tree, ()) if name == key]
    return [pair for pair in found if filtering is None or filtering(*pair)]


def tree_get(
    tree: Any,
    key: Any,
    default: Any = None,
    filtering: Callable[[Path, Any], bool] | None = None,
) -> Any:
    """The one value under the name `key`, else `default`. KeyError if there are several."""
    found = tree_get_all_with_path(tree, key, filtering)
    if len(found) > 1:
        raise KeyError(f"Found multiple values for '{key}' in {tree}.")
    return found[0][1] if found else default


def tree_set(tree: Any, filtering: Callable[[Path, Any], bool] | None = None, /, **kwargs: Any) -> Any:
    """The tree with the values under these names replaced. KeyError for a name that is not there."""
    for key in kwargs:
        if not tree_get_all_with_path(tree, key, filtering):
            given = " given the filtering operation" if filtering else ""
            raise KeyError(f"Found no values matching '{key}'{given} in {tree}")

    def replaced(node: Any, path: Path) -> Any:
        kind = type(node).__name__
        if _is_named_tuple(node) and kind in kwargs and (not filtering or filtering(path, node)):
            return kwargs[kind]
        children = list(_children(node, path))
        if not children:
            return node
        new: list[Any] = []
        for child_path, name, child in children:
            chosen = name in kwargs and (not filtering or filtering(child_path, child))
            new.append(kwargs[name] if chosen else replaced(child, child_path))
        if isinstance(node, dict):
            return type(node)(zip(node, new, strict=True))
        return type(node)(*new) if _is_named_tuple(node) else type(node)(new)

    return replaced(tree, ())


def tree_map_params(
    initable: Any,
    f: Callable[..., Any],
    state: Any,
    /,
    *rest: Any,
    transform_non_params: Callable[..., Any] | None = None,
    is_leaf: Callable[[Any], bool] | None = None,
) -> Any:
    """The state with `f` applied to those of its leaves that stand for parameters.

    `initable` is the transformation (or its `init`) that made the state.
    """
    init = initable.init if hasattr(initable, "init") else initable

    def mapped(mark: Any, value: Any) -> Any:
        if isinstance(mark, ParamsPlaceholder):
            return jax.tree.map(f, value, *rest, is_leaf=is_leaf)
        return transform_non_params(value) if transform_non_params else value

    marks = init(ParamsPlaceholder())
    return jax.tree.map(mapped, marks, state, is_leaf=lambda x: isinstance(x, ParamsPlaceholder))


def _is_named_tuple(x: Any) -> bool:
    return isinstance(x, tuple) and hasattr(x, "_fields")


def _children(node: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """The parts of a container: path, name (a position has none) and value."""
    if _is_named_tuple(node):
        for name in node._fields:
            key = NamedTupleKey(type(node).__name__, name)
            yield (*path, key), name, getattr(node, name)
    elif isinstance(node, dict):
        for name, value in node.items():
            yield (*path, jax.tree_util.DictKey(name)), name, value
    elif isinstance(node, (list, tuple)):
        for i, value in enumerate(node):
            yield (*path, jax.tree_util.SequenceKey(i)), None, value


def _walk(node: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if _is_named_tuple(node):
        yield path, type(node).__name__, node
    for child_path, name, child in _children(node, path):
        if name is not None:
            yield child_path, name, child
        yield from _walk(child, child_path)
