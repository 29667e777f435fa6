"""What several layers share: drawing parameters, optional keywords, axes and paddings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flax.nnx.pytree_fields import data
from flax.nnx.variablelib import Param


def draw_param(init: Any, rngs: Any, shape: Sequence[int], dtype: Any, metadata: Mapping[str, Any]) -> Param:
    """A Param from an initializer and the next ``params`` key."""
    return Param(init(rngs.params(), tuple(shape), dtype), **metadata)


def draw_optional(
    used: bool, init: Any, rngs: Any, shape: Sequence[int], dtype: Any, metadata: Mapping[str, Any]
) -> Any:
    """A Param, or for an unused one None that counts as data; then no key is drawn."""
    return draw_param(init, rngs, shape, dtype, metadata) if used else data(None)


def value_of(param: Any) -> Any:
    """The array of a Param that may be None."""
    return None if param is None else param[...]


def given(**options: Any) -> dict[str, Any]:
    """Those options that are not None, so that functions without them can be called too."""
    return {name: value for name, value in options.items() if value is not None}


def as_tuple(x: Any) -> tuple[int, ...]:
    """A number or a sequence as a tuple."""
    return tuple(x) if isinstance(x, Iterable) else (x,)


def normalize_axes(axes: Iterable[int], ndim: int) -> tuple[int, ...]:
    """Axes counted from the front, in order."""
    return tuple(sorted(axis if axis >= 0 else ndim + axis for axis in axes))


def per_dimension(x: Any, rank: int) -> tuple[int, ...]:
    """One number for each spatial dimension; None is 1."""
    if x is None or isinstance(x, int):
        return (1 if x is None else x,) * rank
    return tuple(x)


def canonicalize_padding(padding: Any, rank: int) -> Any:
    """A padding's name, or pairs of numbers for each spatial dimension (else ValueError)."""
    if isinstance(padding, str):
        return padding
    if isinstance(padding, int):
        return [(padding, padding)] * rank
    if isinstance(padding, Sequence) and len(padding) == rank:
        pairs = [(p, p) if isinstance(p, int) else p for p in padding]
        if all(isinstance(p, tuple) and len(p) == 2 for p in pairs):
            return pairs
    raise ValueError(
        f"Invalid padding format: {padding}, should be str, int, or a sequence of len {rank} "
        "where each element is an int or pair of ints."
    )


__all__ = [
    "as_tuple",
    "canonicalize_padding",
    "draw_optional",
    "draw_param",
    "given",
    "normalize_axes",
    "per_dimension",
    "value_of",
]
