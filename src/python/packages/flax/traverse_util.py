"""Flat and nested forms of dicts of variables."""

from collections.abc import Callable, Mapping
from typing import Any

import _absent
import jax
from flax.core.frozen_dict import FrozenDict


class _EmptyNode:
    """Marks an empty dict in a flat dict."""

    def __repr__(self) -> str:
        return "_EmptyNode()"


jax.tree_util.register_pytree_node(_EmptyNode, lambda _: ((), None), lambda _, __: empty_node)
empty_node = _EmptyNode()


def flatten_dict(
    xs: Mapping[Any, Any],
    keep_empty_nodes: bool = False,
    is_leaf: Callable[[tuple[Any, ...], Any], bool] | None = None,
    sep: str | None = None,
) -> dict[Any, Any]:
    """A dict from paths to leaves: tuples of keys, or strings joined by `sep`.

    Empty dicts vanish unless `keep_empty_nodes`; `is_leaf(path, value)` stops the descent.
    """
    assert isinstance(xs, (dict, FrozenDict)), f"expected (frozen)dict; got {type(xs)}"
    flat: dict[Any, Any] = {}

    def visit(value: Any, path: tuple[Any, ...]) -> None:
        is_dict = isinstance(value, (dict, FrozenDict))
        if not is_dict or (is_leaf is not None and is_leaf(path, value)):
            flat[path if sep is None else sep.join(path)] = value
            return
        for key, inner in value.items():
            visit(inner, (*path, key))
        if keep_empty_nodes and not value and path:
            flat[path if sep is None else sep.join(path)] = empty_node

    visit(xs, ())
    return flat


def unflatten_dict(xs: Mapping[Any, Any], sep: str | None = None) -> dict[Any, Any]:
    """The nested dict of a flat one."""
    assert isinstance(xs, dict), f"input is not a dict; it is a {type(xs)}"
    nested: dict[Any, Any] = {}
    for path, value in xs.items():
        *above, last = path if sep is None else path.split(sep)
        place = nested
        for key in above:
            place = place.setdefault(key, {})
        place[last] = {} if value is empty_node else value
    return nested


def path_aware_map(f: Callable[[tuple[Any, ...], Any], Any], nested_dict: Mapping[Any, Any]) -> dict[Any, Any]:
    """A nested dict with `f(path, leaf)` in the place of each leaf."""
    flat = flatten_dict(nested_dict, keep_empty_nodes=True)
    return unflatten_dict({p: v if v is empty_node else f(p, v) for p, v in flat.items()})


__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    lacking="ModelParamTraversal Traversal TraverseAttr TraverseCompose TraverseEach TraverseFilter "
    "TraverseId TraverseItem TraverseMerge TraverseTree t_identity",
)
