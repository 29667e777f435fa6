"""Indices of whole numbers, slices, ``None`` and ``...``: what they give are views."""

from __future__ import annotations

from typing import Any

from ._shapes import grid, strides


def basic(index: Any, shape: tuple[int, ...]) -> tuple[tuple[int, ...], Any] | None:
    """The shape of such an index and the places it names, in row-major order; None for an index of another kind."""
    items = list(index) if isinstance(index, tuple) else [index]
    for at, one in enumerate(items):
        if one is None or one is Ellipsis or isinstance(one, slice):
            continue
        if isinstance(one, bool) or getattr(one, "ndim", 0) or not hasattr(one, "__index__") or _is_truth(one):
            return None
        items[at] = one.__index__()
    taken = sum(one is not None and one is not Ellipsis for one in items)
    if taken > len(shape):
        raise IndexError(f"too many indices for array: array is {len(shape)}-dimensional, but {taken} were indexed")
    if Ellipsis not in items:
        items.append(Ellipsis)
    at = items.index(Ellipsis)
    items[at : at + 1] = [slice(None)] * (len(shape) - taken)
    steps, start, axis = strides(shape), 0, 0
    lengths: list[int] = []
    moves: list[int] = []
    for one in items:
        if one is None:
            lengths.append(1)
            moves.append(0)
            continue
        n, step = shape[axis], steps[axis]
        if isinstance(one, slice):
            first, last, by = one.indices(n)
            lengths.append(len(range(first, last, by)))
            moves.append(by * step)
            start += first * step
        else:
            if not -n <= one < n:
                raise IndexError(f"index {one} is out of bounds for axis {axis} with size {n}")
            start += one % n * step
        axis += 1
    return tuple(lengths), grid(lengths, moves, start)


def _is_truth(value: Any) -> bool:
    return getattr(getattr(value, "dtype", None), "kind", "") == "b"
