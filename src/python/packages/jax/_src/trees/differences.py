"""Every place where two trees have different structures, in JAX's words."""

from __future__ import annotations

from typing import Any, NamedTuple

from .keys import keystr
from .registry import LIST, NAMEDTUPLE, TUPLE, NodeKind, kind_of


class TreeDifference(NamedTuple):
    """Where, what is in either tree, and why that differs."""

    path: str
    first: str
    second: str
    reason: str


def tree_differences(first: Any, second: Any, leaf: str, path: tuple[Any, ...] = ()) -> list[TreeDifference]:
    """The differences of two trees. `leaf` is what a leaf is called."""
    kind, other = kind_of(first), kind_of(second)
    if kind is None and other is None:
        return []
    where = keystr(path)
    if kind is not other or type(first) is not type(second):
        names = [leaf if k is None else f"a {type(v)}" for k, v in ((kind, first), (other, second))]
        return [TreeDifference(where, names[0], names[1], "their Python types differ")]
    assert kind is not None
    (left, meta), (right, other_meta) = kind.keyed(first), kind.keyed(second)
    if len(left) != len(right):
        return [TreeDifference(where, *_counts(kind, first, left, right))]
    if meta != other_meta:
        a, b = (f"a {type(first)} with pytree metadata {each}" for each in (meta, other_meta))
        return [TreeDifference(where, a, b, "the pytree node metadata does not match")]
    return [
        difference
        for (key, x), (_, y) in zip(left, right, strict=True)
        for difference in tree_differences(x, y, leaf, (*path, key))
    ]


def _counts(kind: NodeKind, value: Any, left: list[Any], right: list[Any]) -> tuple[str, str, str]:
    """What is said of nodes with different numbers of children."""
    counts = (len(left), len(right))
    if kind in (LIST, TUPLE, NAMEDTUPLE):
        a, b = (f"a {type(value).__name__} of length {n}" for n in counts)
        return a, b, "the lengths do not match"
    a, b = (f"a {type(value)} with {n} {'child' if n == 1 else 'children'}" for n in counts)
    keys = [[keystr((key,)).removeprefix("[").removesuffix("]") for key, _ in each] for each in (left, right)]
    only = [key for key in keys[0] if key not in keys[1]] + [key for key in keys[1] if key not in keys[0]]
    reason = f"the numbers of children do not match, with the symmetric difference of key sets: {{{', '.join(only)}}}"
    return a, b, reason
