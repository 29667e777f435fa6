"""A State as a flat sequence of paths and values, and how filters divide it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import jax
from flax.nnx import filterlib, reprlib


class FlatState(Sequence, reprlib.Representable):
    """``(path, value)`` pairs in the order of their paths."""

    __slots__ = ("_keys", "_values")

    def __init__(self, items: Iterable[tuple[Any, Any]], /, *, sort: bool):
        pairs = sorted(items, key=lambda pair: pair[0]) if sort else list(items)
        self._keys = tuple(path for path, _ in pairs)
        self._values = [value for _, value in pairs]

    @property
    def paths(self) -> tuple[Any, ...]:
        """The paths."""
        return self._keys

    @property
    def leaves(self) -> list[Any]:
        """The values."""
        return self._values

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield reprlib.Object(type="FlatState", kv_sep="", start="([", end="])")
        for pair in self:
            yield reprlib.Attr("", pair)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            pairs = zip(self._keys[index], self._values[index], strict=True)
            return FlatState(pairs, sort=False)
        return (self._keys[index], self._values[index])

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(zip(self._keys, self._values, strict=True))

    def to_nested_state(self) -> Any:
        """The same values as a State."""
        from flax.nnx.statelib import from_flat_state

        return from_flat_state(self)

    def split(self, first: Any, /, *filters: Any) -> Any:
        """One FlatState for each filter; ValueError if something is left over."""
        return one_or_all(split_flat(self, (first, *filters), exhaustive=True))

    def filter(self, first: Any, /, *filters: Any) -> Any:
        """One FlatState for each filter; what no filter selects is left out."""
        return one_or_all(split_flat(self, (first, *filters), exhaustive=False))

    @staticmethod
    def merge(flat_state: Any, /, *flat_states: Any) -> FlatState:
        """All pairs of all states in the order of their paths."""
        if not flat_states and isinstance(flat_state, FlatState):
            return flat_state
        return FlatState((p for state in (flat_state, *flat_states) for p in state), sort=True)


def _flat_from(keys: tuple[Any, ...], values: Iterable[Any]) -> FlatState:
    return FlatState(zip(keys, values, strict=True), sort=False)


jax.tree_util.register_pytree_node(FlatState, lambda x: (x._values, x._keys), _flat_from)


def one_or_all(states: list[Any]) -> Any:
    """The only state, or all of them as a tuple."""
    return states[0] if len(states) == 1 else tuple(states)


def split_flat(flat: FlatState, filters: Sequence[Any], *, exhaustive: bool) -> list[FlatState]:
    """One FlatState for each filter; each value goes to the first filter that selects it."""
    predicates = filterlib.filters_to_predicates(filters)
    groups: list[list[Any]] = [[] for _ in predicates]
    rest: list[Any] = []
    for path, value in flat:
        chosen = (g for g, predicate in zip(groups, predicates, strict=False) if predicate(path, value))
        next(chosen, rest).append((path, value))
    if exhaustive and rest:
        raise ValueError(
            "Non-exhaustive filters, got a non-empty remainder: "
            f"{FlatState(rest, sort=False)}.\nUse `...` to match all remaining elements."
        )
    return [FlatState(group, sort=False) for group in groups]
