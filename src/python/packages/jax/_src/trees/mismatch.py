"""What differs between two trees that should have the same structure, in JAX's words."""

from __future__ import annotations

import difflib
import textwrap
from typing import Any

from .keys import keystr
from .registry import LIST, TUPLE, kind_of


def _shown(key: Any) -> str:
    return str(key.key) if hasattr(key, "key") else str(getattr(key, "name", getattr(key, "idx", key)))


def _indented(text: str) -> str:
    return textwrap.indent(text, "    ")


def describe_mismatch(prefix: Any, full: Any, name: str, start: str = "", path: tuple[Any, ...] = ()) -> str | None:
    """The text for the first place where ``full`` does not have the structure of ``prefix``; None if none."""
    kind = kind_of(prefix)
    if kind is None:
        return None
    where = f"{name}{start}{keystr(path)}"
    if type(prefix) is not type(full) or kind_of(full) is not kind:
        return (
            f"pytree structure error: different types at key path\n    {where}\n"
            f"At that key path, the prefix pytree {name} has a subtree of type\n    {type(prefix)}\n"
            f"but at the same key path the full pytree has a subtree of different type\n    {type(full)}."
        )
    own, own_meta = kind.keyed(prefix)
    other, other_meta = kind.keyed(full)
    if len(own) != len(other):
        return _counts(kind, prefix, own, other, where, name)
    if own_meta != other_meta:
        return _metadata(prefix, own_meta, other_meta, where, name)
    for (key, child), (_, other_child) in zip(own, other, strict=True):
        found = describe_mismatch(child, other_child, name, start, (*path, key))
        if found is not None:
            return found
    return None


def _counts(kind: Any, prefix: Any, own: list[Any], other: list[Any], where: str, name: str) -> str:
    if kind in (LIST, TUPLE):
        what = type(prefix).__name__
        return (
            f"pytree structure error: different lengths of {what} at key path\n    {where}\n"
            f"At that key path, the prefix pytree {name} has a subtree of type {what} of length {len(own)}, "
            f"but the full pytree has a subtree of the same type but of length {len(other)}."
        )
    first, second = ([str(getattr(key, "key", key)) for key, _ in keys] for keys in (own, other))
    difference = set(first) ^ set(second)
    return (
        f"pytree structure error: different numbers of pytree children at key path\n    {where}\n"
        f"At that key path, the prefix pytree {name} has a subtree of type\n    {type(prefix)}\n"
        f"with {len(own)} child keys\n    {' '.join(first)}\n"
        f"but at the same key path the full pytree has a subtree of the same type but with {len(other)} child "
        f"keys\n    {' '.join(second)}\n"
        f"so the symmetric difference on key sets is\n    {' '.join(sorted(difference))}"
    )


def _metadata(prefix: Any, own: Any, other: Any, where: str, name: str) -> str:
    lines = list(difflib.ndiff(str(own).splitlines(), str(other).splitlines()))
    return (
        f"pytree structure error: different pytree metadata at key path\n    {where}\n"
        f"At that key path, the prefix pytree {name} has a subtree of type\n    {type(prefix)}\n"
        f"with metadata\n    {own}\n"
        f"but at the same key path the full pytree has a subtree of the same type but with metadata\n    {other}\n"
        "so the diff in the metadata at these pytree nodes is\n" + _indented("\n".join(lines))
    )
