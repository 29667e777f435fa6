"""``jnp.r_`` and its kin: objects that make arrays, or indices, of what is written in brackets."""

from __future__ import annotations

from typing import Any

from .array import Array
from .creation import array


def _numbers(along: slice, name: str) -> Array:
    """The values of ``start:stop:step``; an imaginary step is how many there are, with both ends."""
    from .. import numpy as jnp

    start, stop, step = (_known(getattr(along, part), f"slice {part} of jnp.{name}") for part in _PARTS)
    if isinstance(step, complex):
        return jnp.linspace(start or 0, stop, int(abs(step)))
    return jnp.arange(start or 0, stop, step or 1)


_PARTS = ("start", "stop", "step")


def _known(value: Any, what: str) -> Any:
    from .array import Tracer
    from .errors import ConcretizationTypeError

    if not isinstance(value, Array):
        return value
    if isinstance(value, Tracer):
        raise ConcretizationTypeError(value, what)
    return value.item()


class _Grid:
    """Coordinates along each of several slices."""

    def __init__(self, name: str, *, open: bool) -> None:
        self._name, self._open = name, open

    def __getitem__(self, key: slice | tuple[slice, ...]) -> Any:
        from .. import numpy as jnp

        if isinstance(key, slice):
            return _numbers(key, self._name)
        axes = [_numbers(one, self._name) for one in key]
        if not axes:
            return [] if self._open else jnp.arange(0)
        kind = jnp.result_type(*axes)
        lengths = tuple(len(one) for one in axes)
        placed = [
            one.astype(kind).reshape([n if k == i else 1 for k, n in enumerate(lengths)]) for i, one in enumerate(axes)
        ]
        return placed if self._open else jnp.stack([jnp.broadcast_to(one, lengths) for one in placed])


class _Joined:
    """Arrays, numbers and slices joined along an axis.

    A text in front names the axis, how many axes there are at least, and where those of an array come among them;
    ``"r"`` and ``"c"`` make a row and a column of what has one axis.
    """

    def __init__(self, name: str, axis: int, ndmin: int, place: int) -> None:
        self._name, self._defaults = name, (axis, ndmin, place)

    def __getitem__(self, key: Any) -> Array:
        from .. import numpy as jnp

        items = key if isinstance(key, tuple) else (key,)
        settings, extra = self._defaults, None
        if isinstance(items[0], str):
            (directive, *items) = items
            if directive in ("r", "c"):
                extra = 0 if directive == "r" else 1
            else:
                settings = self._read(directive)
        axis, ndmin, place = settings
        joined = jnp.concatenate([self._widened(item, ndmin, place) for item in items], axis=axis)
        return joined if extra is None or joined.ndim != 1 else jnp.expand_dims(joined, extra)

    def _read(self, directive: str) -> tuple[int, int, int]:
        words = directive.split(",")[:3]
        try:
            given = [int(word) for word in words]
        except ValueError as error:
            raise ValueError(f"could not understand directive {directive!r}") from error
        axis, ndmin, place = (*given, *self._defaults[len(given) :])
        return axis, ndmin, place

    def _widened(self, item: Any, ndmin: int, place: int) -> Array:
        """An item with at least ``ndmin`` axes: its own from ``place`` on, the others of length 1."""
        if isinstance(item, str):
            raise ValueError("string directive must be placed at the beginning")
        x = _numbers(item, self._name) if isinstance(item, slice) else array(item)
        own = 0 if isinstance(item, slice) else x.ndim
        wide = array(x, ndmin=ndmin)
        if place == -1 or own >= ndmin:
            return wide
        shift = ndmin - abs(ndmin + place + 1) % ndmin
        order = list(range(ndmin))
        return wide.transpose(order[shift:] + order[:shift])

    def __len__(self) -> int:
        return 0


class _Index:
    """The index that is written in brackets, as Python makes it."""

    def __init__(self, *, always_tuple: bool) -> None:
        self._always_tuple = always_tuple

    def __getitem__(self, item: Any) -> Any:
        return (item,) if self._always_tuple and not isinstance(item, tuple) else item


mgrid = _Grid("mgrid", open=False)
ogrid = _Grid("ogrid", open=True)
r_ = _Joined("r_", 0, 1, -1)
c_ = _Joined("c_", -1, 2, 0)
s_ = _Index(always_tuple=False)
index_exp = _Index(always_tuple=True)
