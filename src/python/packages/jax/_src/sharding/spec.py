"""``PartitionSpec``: along which axes of a mesh the axes of an array are split."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class _Unconstrained:
    def __repr__(self) -> str:
        return "UNCONSTRAINED"


class PartitionSpec:
    """For each axis of an array, the mesh's axis that splits it: a name, a tuple of names, or None."""

    __slots__ = ("_partitions", "reduced", "unreduced")

    UNCONSTRAINED = _Unconstrained()

    def __init__(self, *partitions: Any, unreduced: Any = frozenset(), reduced: Any = frozenset()) -> None:
        self._partitions = tuple(tuple(p) if isinstance(p, (list, tuple)) else p for p in partitions)
        self.unreduced = frozenset(unreduced)
        self.reduced = frozenset(reduced)

    def __repr__(self) -> str:
        sets = [("unreduced", self.unreduced), ("reduced", self.reduced)]
        named = [f"{name}={set(axes)!r}" for name, axes in sets if axes]
        if not named:
            return f"P{self._partitions}"
        return f"P({', '.join([*map(repr, self._partitions), *named])})"

    def _key(self) -> Any:
        return (self._partitions, self.unreduced, self.reduced)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartitionSpec) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __len__(self) -> int:
        return len(self._partitions)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._partitions)

    def __getitem__(self, index: Any) -> Any:
        return self._partitions[index]

    def __add__(self, other: Any) -> PartitionSpec:
        if not isinstance(other, (PartitionSpec, tuple)):
            raise NotImplementedError
        return PartitionSpec(*self, *other)

    def __reduce__(self) -> Any:
        return (PartitionSpec, self._partitions)

    def index(self, value: Any) -> int:
        """Where a partition stands first."""
        return self._partitions.index(value)

    def count(self, value: Any) -> int:
        """How often a partition stands there."""
        return self._partitions.count(value)

    def names(self) -> list[Any]:
        """The axes of the mesh that are named, one after another."""
        flat: list[Any] = []
        for part in self._partitions:
            flat += part if isinstance(part, tuple) else [part]
        return [name for name in flat if name is not None and name is not self.UNCONSTRAINED]

    def padded(self, rank: int) -> PartitionSpec:
        """The same for an array of so many axes: None for those that are not named."""
        return PartitionSpec(*self, *[None] * (rank - len(self)))


PartitionSpec.__module__ = "jax.sharding"
