"""Nested mappings as flat ones whose keys are paths, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

IsLeafCallable = Callable[[tuple[Any, ...], Mapping[Any, Any]], bool]


class _EmptyNode:
    """Stands for a mapping without entries in a flat mapping."""


empty_node = _EmptyNode()


def _expect_mapping(xs: Any) -> None:
    assert isinstance(xs, Mapping), f"expected Mapping; got {type(xs).__qualname__}"


def flatten_mapping(
    xs: Mapping[Any, Any],
    /,
    *,
    keep_empty_nodes: bool = False,
    is_leaf: IsLeafCallable | None = None,
    sep: str | None = None,
) -> dict[Any, Any]:
    """A flat dict of ``xs``: paths are tuples of keys, or strings joined by ``sep``."""
    _expect_mapping(xs)
    flat: dict[Any, Any] = {}
    _collect(xs, (), flat, keep_empty_nodes, is_leaf, sep)
    return flat


def _collect(
    value: Any,
    path: tuple[Any, ...],
    flat: dict[Any, Any],
    keep_empty: bool,
    is_leaf: IsLeafCallable | None,
    sep: str | None,
) -> None:
    # No closure: one that calls itself would keep the arrays alive until the cycle collector runs.
    key = path if sep is None else sep.join(path)
    if not isinstance(value, Mapping) or (is_leaf is not None and is_leaf(path, value)):
        flat[key] = value
        return
    if keep_empty and not value and path:
        flat[key] = empty_node
    for name, child in value.items():
        _collect(child, (*path, name), flat, keep_empty, is_leaf, sep)


def flatten_to_sequence(xs: Mapping[Any, Any], /, *, is_leaf: IsLeafCallable | None = None) -> list[tuple[Any, Any]]:
    """The ``(path, leaf)`` pairs of a nested mapping, in its own order."""
    return list(flatten_mapping(xs, is_leaf=is_leaf).items())


def unflatten_mapping(xs: Any, /, *, sep: str | None = None) -> dict[Any, Any]:
    """The nested dict of a flat mapping or of ``(path, leaf)`` pairs."""
    if isinstance(xs, Mapping):
        xs = xs.items()
    if not isinstance(xs, Iterable):
        raise TypeError(f"expected Mapping or Iterable; got {type(xs).__qualname__}")
    nested: dict[Any, Any] = {}
    for path, value in xs:
        keys = path.split(sep) if sep is not None else path
        level = nested
        for key in keys[:-1]:
            level = level.setdefault(key, {})
        level[keys[-1]] = {} if value is empty_node else value
    return nested
