"""Which axis of which Variables a mapping or a loop goes along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flax.nnx.statelib import State, create_path_filters


class Carry:
    """Marks the argument that ``nnx.scan`` carries from one step to the next."""


class StateAxes(Mapping):
    """Axes of a Module's Variables by filter: ``StateAxes({nnx.Param: 0, ...: None})``."""

    def __init__(self, filter_axes: Any, /):
        if isinstance(filter_axes, State):
            filter_axes = create_path_filters(filter_axes)
        pairs = tuple(filter_axes.items() if isinstance(filter_axes, Mapping) else filter_axes)
        self._filters = tuple(chosen for chosen, _ in pairs)
        self._axes = tuple(axis for _, axis in pairs)

    @property
    def filters(self) -> tuple[Any, ...]:
        """The filters, in the order in which they are tried."""
        return self._filters

    @property
    def axes(self) -> tuple[Any, ...]:
        """The axis of each filter."""
        return self._axes

    def items(self) -> Any:
        """Pairs of a filter and its axis."""
        return zip(self._filters, self._axes, strict=True)

    def __getitem__(self, key: Any) -> Any:
        return self._axes[self._filters.index(key)]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._filters)

    def __len__(self) -> int:
        return len(self._filters)

    def __repr__(self) -> str:
        return f"StateAxes({dict(self.items())})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StateAxes) and tuple(self.items()) == tuple(other.items())

    def __hash__(self) -> int:
        return hash((self._filters, self._axes))
