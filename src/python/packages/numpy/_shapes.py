"""Arithmetic of shapes: broadcasting, and where elements stand in row-major order."""

from __future__ import annotations

import math
from typing import Any


def broadcast(shapes: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The shape that arrays of these shapes have together."""
    rank = max((len(shape) for shape in shapes), default=0)
    full = [(1,) * (rank - len(shape)) + shape for shape in shapes]
    together = []
    for lengths in zip(*full, strict=True):
        others = {n for n in lengths if n != 1}
        if len(others) > 1:
            texts = " ".join(str(shape).replace(" ", "") for shape in shapes)
            raise ValueError(f"operands could not be broadcast together with shapes {texts} ")
        together.append(others.pop() if others else 1)
    return tuple(together)


def strides(shape: tuple[int, ...]) -> list[int]:
    """How many elements the next position along each axis is away."""
    steps = [1] * len(shape)
    for axis in range(len(shape) - 2, -1, -1):
        steps[axis] = steps[axis + 1] * shape[axis + 1]
    return steps


def grid(lengths: Any, steps: Any, start: int = 0) -> Any:
    """Positions along axes of these lengths and steps, in row-major order; a range where they are one."""
    axes = [(n, step) for n, step in zip(lengths, steps, strict=True) if n != 1]
    if any(n == 0 for n, _ in axes):
        return range(0)
    while len(axes) > 1 and axes[-2][1] == axes[-1][0] * axes[-1][1]:
        axes[-2:] = [(axes[-2][0] * axes[-1][0], axes[-1][1])]
    if not axes:
        return range(start, start + 1)
    places: Any = [start]
    for n, step in axes[:-1]:
        places = [place + i * step for place in places for i in range(n)]
    n, step = axes[-1]
    if len(places) == 1 and step:
        return range(places[0], places[0] + n * step, step)
    return [place + i * step for place in places for i in range(n)]


def spread(flat: Any, shape: tuple[int, ...], target: tuple[int, ...]) -> Any:
    """Elements repeated to a larger shape."""
    if shape == target or len(flat) == math.prod(target):
        return flat
    own = (1,) * (len(target) - len(shape)) + shape
    steps = [0 if n == 1 else step for n, step in zip(own, strides(own), strict=True)]
    return [flat[place] for place in grid(target, steps)]


class AxisError(ValueError, IndexError):
    """An axis that an array does not have."""


AxisError.__module__ = "numpy.exceptions"


def axes_of(axis: Any, ndim: int) -> tuple[int, ...]:
    """Axes counted from the front; all of them for None."""
    if axis is None:
        return tuple(range(ndim))
    found = []
    for one in axis if isinstance(axis, (tuple, list)) else (axis,):
        place = one.__index__()
        if not -ndim <= place < ndim:
            raise AxisError(f"axis {place} is out of bounds for array of dimension {ndim}")
        found.append(place % ndim)
    if len(set(found)) < len(found):
        raise ValueError("duplicate value in 'axis'")
    return tuple(sorted(found))


def lanes(flat: Any, shape: tuple[int, ...], axes: tuple[int, ...]) -> list[Any]:
    """The elements along some axes, for each position of the others."""
    if len(axes) == len(shape):
        return [flat]
    steps = strides(shape)
    kept = [axis for axis in range(len(shape)) if axis not in axes]
    along = grid([shape[axis] for axis in axes], [steps[axis] for axis in axes])
    starts = grid([shape[axis] for axis in kept], [steps[axis] for axis in kept])
    if isinstance(along, range) and len(along) and along.step > 0:
        first, step, n = along.start, along.step, len(along)
        return [flat[s + first : s + first + (n - 1) * step + 1 : step] for s in starts]
    return [[flat[start + place] for place in along] for start in starts]


def without(shape: tuple[int, ...], axes: tuple[int, ...], keepdims: bool) -> tuple[int, ...]:
    """The shape that is left of a reduction over axes."""
    if keepdims:
        return tuple(1 if axis in axes else n for axis, n in enumerate(shape))
    return tuple(n for axis, n in enumerate(shape) if axis not in axes)
