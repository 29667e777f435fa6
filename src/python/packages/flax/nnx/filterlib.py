"""Filters: which Variables of a model are meant. A filter becomes a predicate ``(path, value)``."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any as AnyValue

PathParts = tuple[AnyValue, ...]
Predicate = Callable[[PathParts, AnyValue], bool]
Filter = AnyValue


def to_predicate(filter: Filter) -> Predicate:
    """The predicate of a filter literal.

    A type selects its instances, a string the values with that ``tag``, ``...`` and True all,
    None and False nothing, a list or tuple the union of its members; callables stay as they are.
    """
    if isinstance(filter, str):
        return WithTag(filter)
    if isinstance(filter, type):
        return OfType(filter)
    if isinstance(filter, bool):
        return Everything() if filter else Nothing()
    if filter is Ellipsis:
        return Everything()
    if filter is None:
        return Nothing()
    if callable(filter):
        predicate: AnyValue = filter
        return predicate
    if isinstance(filter, (list, tuple)):
        return Any(*filter)
    raise TypeError(f"Invalid collection filter: {filter!r}. ")


def _matches_all(filter: Filter) -> bool:
    return filter is Ellipsis or filter is True


def check_order(filters: Sequence[Filter]) -> None:
    """ValueError if a filter follows one that leaves nothing over."""
    for i, filter in enumerate(filters):
        if _matches_all(filter) and not all(map(_matches_all, filters[i + 1 :])):
            raise ValueError(f"`...` or `True` can only be used as the last filters, got {filter} it at index {i}.")


def filters_to_predicates(filters: Sequence[Filter]) -> tuple[Predicate, ...]:
    """The predicates of filters that are tried in order."""
    check_order(filters)
    return tuple(map(to_predicate, filters))


@dataclasses.dataclass(frozen=True)
class WithTag:
    """Values whose ``tag`` is the given one, such as the keys of a random stream."""

    tag: str

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        return getattr(x, "tag", None) == self.tag if hasattr(x, "tag") else False

    def __repr__(self) -> str:
        return f"WithTag({self.tag!r})"


@dataclasses.dataclass(frozen=True)
class PathContains:
    """Values with ``key`` in their path; ``exact=False`` looks inside the path's parts too."""

    key: AnyValue
    exact: bool = True

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        if self.exact:
            return self.key in path
        return any(str(self.key) in str(part) for part in path)

    def __repr__(self) -> str:
        return f"PathContains({self.key!r}, exact={self.exact})"


class PathIn:
    """Values at exactly the given paths."""

    def __init__(self, *paths: PathParts):
        self.paths = frozenset(paths)

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        return path in self.paths

    def __repr__(self) -> str:
        return f"PathIn({','.join(map(repr, self.paths))})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PathIn) and self.paths == other.paths

    def __hash__(self) -> int:
        return hash(self.paths)


@dataclasses.dataclass(frozen=True)
class OfType:
    """Instances of a type."""

    type: type

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        return isinstance(x, self.type)

    def __repr__(self) -> str:
        return f"OfType({self.type!r})"


class _Combined:
    """Filters that are asked together."""

    def __init__(self, *filters: Filter):
        self.predicates = tuple(map(to_predicate, filters))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self.predicates))})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.predicates == other.predicates

    def __hash__(self) -> int:
        return hash(self.predicates)


class Any(_Combined):
    """Values that at least one filter selects."""

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        return any(predicate(path, x) for predicate in self.predicates)


class All(_Combined):
    """Values that every filter selects."""

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        return all(predicate(path, x) for predicate in self.predicates)


class Not:
    """Values that the filter leaves out."""

    def __init__(self, collection_filter: Filter, /):
        self.predicate = to_predicate(collection_filter)

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        return not self.predicate(path, x)

    def __repr__(self) -> str:
        return f"Not({self.predicate!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Not) and self.predicate == other.predicate

    def __hash__(self) -> int:
        return hash((Not, self.predicate))


class _Constant:
    """A filter with one answer for all."""

    answer = True

    def __call__(self, path: PathParts, x: AnyValue) -> bool:
        return self.answer

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


class Everything(_Constant):
    """All values."""


class Nothing(_Constant):
    """No value."""

    answer = False
