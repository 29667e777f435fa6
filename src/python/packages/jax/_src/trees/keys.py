"""Entries of key paths, as ``tree_flatten_with_path`` gives them."""

from __future__ import annotations

from typing import Any, NamedTuple


class SequenceKey(NamedTuple):
    """A place in a list or tuple."""

    idx: int

    def __str__(self) -> str:
        return f"[{self.idx!r}]"

    def __repr__(self) -> str:
        return f"SequenceKey(idx={self.idx!r})"


class DictKey(NamedTuple):
    """A key of a dict."""

    key: Any

    def __str__(self) -> str:
        return f"[{self.key!r}]"

    def __repr__(self) -> str:
        return f"DictKey(key={self.key!r})"


class GetAttrKey(NamedTuple):
    """An attribute of an object."""

    name: str

    def __str__(self) -> str:
        return f".{self.name}"

    def __repr__(self) -> str:
        return f"GetAttrKey(name={self.name!r})"


class FlattenedIndexKey(NamedTuple):
    """A child of a class registered without names."""

    key: int

    def __str__(self) -> str:
        return f"[<flat index {self.key!r}>]"

    def __repr__(self) -> str:
        return f"FlattenedIndexKey(key={self.key!r})"


def _simple(entry: Any) -> str:
    for name in ("key", "idx", "name"):
        if hasattr(entry, name):
            return str(getattr(entry, name))
    return str(entry)


def keystr(keys: Any, *, simple: bool = False, separator: str = "") -> str:
    """Text of a key path: ``['a'][0].b``, or with ``simple`` the bare names joined by ``separator``."""
    return separator.join(_simple(key) if simple else str(key) for key in keys)
