"""Filters of collection names: a name, several names, True for all, False for none, `DenyList`."""

import dataclasses
from collections.abc import Collection
from typing import Any

from flax.errors import InvalidFilterError


@dataclasses.dataclass(frozen=True, eq=True)
class DenyList:
    """A filter that holds for every collection that the filter `deny` does not hold for."""

    deny: CollectionFilter


CollectionFilter = bool | str | Collection[str] | DenyList


def in_filter(filter_like: CollectionFilter, col: str) -> bool:
    """Whether the filter holds for the collection `col`. InvalidFilterError if it is no filter."""
    if isinstance(filter_like, bool):
        return filter_like
    if isinstance(filter_like, str):
        return col == filter_like
    if isinstance(filter_like, Collection):
        return col in filter_like
    if isinstance(filter_like, DenyList):
        return not in_filter(filter_like.deny, col)
    raise InvalidFilterError(filter_like)


def union_filters(a: CollectionFilter, b: CollectionFilter) -> CollectionFilter:
    """The filter that holds where `a` or `b` does."""
    if a is True or b is True:
        return True
    if isinstance(a, DenyList) and isinstance(b, DenyList):
        return DenyList(intersect_filters(a.deny, b.deny))
    if isinstance(a, DenyList) or isinstance(b, DenyList):
        deny, names = (a, b) if isinstance(a, DenyList) else (b, a)
        return DenyList(subtract_filters(_deny_of(deny), names))
    return _names(a) | _names(b)


def intersect_filters(a: CollectionFilter, b: CollectionFilter) -> CollectionFilter:
    """The filter that holds where `a` and `b` both do."""
    if a is True:
        return b
    if b is True:
        return a
    if isinstance(a, DenyList) and isinstance(b, DenyList):
        return DenyList(union_filters(a.deny, b.deny))
    if isinstance(a, DenyList) or isinstance(b, DenyList):
        deny, names = (a, b) if isinstance(a, DenyList) else (b, a)
        return subtract_filters(names, _deny_of(deny))
    return _names(a) & _names(b)


def subtract_filters(a: CollectionFilter, b: CollectionFilter) -> CollectionFilter:
    """The filter that holds where `a` does and `b` does not."""
    if b is True:
        return False
    if a is True:
        return DenyList(b)
    if isinstance(a, DenyList) and isinstance(b, DenyList):
        return subtract_filters(b.deny, a.deny)
    if isinstance(a, DenyList):
        return DenyList(union_filters(a.deny, b))
    if isinstance(b, DenyList):
        return intersect_filters(a, b.deny)
    return _names(a) - _names(b)


def _deny_of(x: Any) -> CollectionFilter:
    return x.deny


def _names(x: CollectionFilter) -> set[str]:
    if x is False:
        return set()
    if isinstance(x, str):
        return {x}
    if isinstance(x, Collection):
        return set(x)
    raise InvalidFilterError(x)
