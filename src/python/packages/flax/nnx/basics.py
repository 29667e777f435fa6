"""Small values that every part of NNX shares: the absent marker, sizes, hashable mappings."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import jax


class Missing:
    """The type of :data:`MISSING`, which stands for an argument that was not given."""


MISSING = Missing()


def type_aware_key(item: tuple[Any, Any]) -> tuple[int, Any]:
    """Sort key of ``(key, value)`` pairs whose keys are ints (first) or strings."""
    key = item[0]
    if isinstance(key, int):
        return (0, key)
    if isinstance(key, str):
        return (1, key)
    raise ValueError(f"Unsupported key type: {type(key)!r}")


class HashableMapping(Mapping, Hashable):
    """A read-only mapping that can be part of a tree structure; prints as its dict."""

    def __init__(self, mapping: Mapping[Any, Any], copy: bool = True):
        self._mapping = dict(mapping) if copy else mapping

    def __getitem__(self, key: Any) -> Any:
        return self._mapping[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._mapping)

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, key: object) -> bool:
        return key in self._mapping

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._mapping.items(), key=type_aware_key)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HashableMapping) and self._mapping == other._mapping

    def __repr__(self) -> str:
        return repr(self._mapping)

    def update(self, other: Mapping[Any, Any]) -> HashableMapping:
        """A new mapping with ``other`` laid over this one."""
        return HashableMapping({**self._mapping, **other}, copy=False)


def is_array(x: Any) -> bool:
    """Whether ``x`` is an array: JAX's (tracers too) or one of the page's numpy."""
    if isinstance(x, jax.Array):
        return True
    kind = type(x)
    return kind.__name__ == "ndarray" and kind.__module__.partition(".")[0] == "numpy"


@dataclasses.dataclass(frozen=True, repr=False)
class SizeBytes:
    """A number of elements and the bytes they take; prints as ``6 (24 B)``."""

    size: int
    bytes: int

    @classmethod
    def from_any(cls, tree: Any) -> SizeBytes:
        """The total over all leaves of ``tree`` that have a shape and a dtype."""
        total = cls(0, 0)
        for leaf in [tree] if is_array(tree) else jax.tree.leaves(tree):
            if hasattr(leaf, "shape") and hasattr(leaf, "dtype"):
                size = math.prod(leaf.shape)
                total += cls(size, size * leaf.dtype.itemsize)
        return total

    def __add__(self, other: SizeBytes) -> SizeBytes:
        return SizeBytes(self.size + other.size, self.bytes + other.bytes)

    def __bool__(self) -> bool:
        return bool(self.size)

    def __repr__(self) -> str:
        for limit, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "KB")):
            if self.bytes > limit:
                return f"{self.size:,} ({self.bytes / limit:,.1f} {unit})"
        return f"{self.size:,} ({self.bytes:,} B)"
