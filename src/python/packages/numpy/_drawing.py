"""What NumPy's new and old generators have in common: shapes of draws, shuffling, choosing."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from ._bounded import many


def shape_of(size: Any) -> tuple[int, ...]:
    """``size`` as a shape."""
    if size is None:
        return ()
    return tuple(map(operator.index, size)) if isinstance(size, (tuple, list)) else (operator.index(size),)


def drawn(size: Any, draw: Callable[[], float], dtype: Any = None) -> Any:
    """Numbers in the shape that was asked for; a plain one without."""
    if size is None:
        return draw()
    import numpy

    shape = shape_of(size)
    return numpy.array([draw() for _ in range(math.prod(shape))], dtype or numpy.float64).reshape(shape)


def shifted(size: Any, draw: Callable[[], float], low: Any, width: Any) -> Any:
    """``low + width · draw``, for numbers or for arrays that are spread over each other."""
    import numpy

    if all(isinstance(one, (int, float)) for one in (low, width)):
        return drawn(size, lambda: low + width * draw())
    both = numpy.asarray(low, numpy.float64) + 0 * numpy.asarray(width, numpy.float64)
    return low + width * drawn(both.shape if size is None else size, draw)


def integers(bits: Any, low: Any, high: Any, size: Any, dtype: Any, by_mask: bool, endpoint: bool) -> Any:
    """Whole numbers from ``low`` up to ``high``."""
    import numpy

    if high is None:
        low, high = 0, low
    kind = numpy.dtype(numpy.int64 if dtype is None or dtype is int else dtype)
    low, most = operator.index(low), operator.index(high) - (0 if endpoint else 1)
    width = 8 * kind.itemsize
    least = 0 if kind.kind == "u" else -(1 << width - 1)
    if low < least:
        raise ValueError(f"low is out of bounds for {kind.name}")
    if most > least + (1 << width) - 1:
        raise ValueError(f"high is out of bounds for {kind.name}")
    if low > most:
        raise ValueError("low > high" if endpoint else "low >= high")
    shape = shape_of(size)
    values = [low + value for value in many(bits, most - low, math.prod(shape), width, by_mask)]
    if size is None:
        return int(values[0]) if by_mask and dtype is None else numpy.array(values, kind)[0]
    return numpy.array(values, kind).reshape(shape)


def shuffled(order: list[int], below: Callable[[int], int], first: int = 1) -> list[int]:
    """A list shuffled in place, from its end down to ``first``; ``below(i)`` draws from 0 to i."""
    for i in range(len(order) - 1, first - 1, -1):
        j = below(i)
        order[i], order[j] = order[j], order[i]
    return order


def shuffle_in_place(x: Any, below: Callable[[int], int]) -> None:
    """Shuffles a list, or an array along its first axis."""
    order = shuffled(list(range(len(x))), below)
    if isinstance(x, list):
        x[:] = [x[i] for i in order]
    elif hasattr(x, "_cells"):
        x[:] = x[order]
    else:
        raise TypeError(f"{type(x).__name__} cannot be shuffled in place; permutation gives a new array.")


def permuted(x: Any, below: Callable[[int], int]) -> Any:
    """The numbers below ``x``, or the rows of an array, in a random order."""
    import numpy

    if isinstance(x, int) or (getattr(x, "ndim", None) == 0):
        return numpy.array(shuffled(list(range(operator.index(x))), below), numpy.int64)
    values = numpy.array(x)
    return values[shuffled(list(range(len(values))), below)]


def picked(a: Any, size: Any, where: Callable[[int, int], Any]) -> Any:
    """Items of ``a`` (or numbers below it): ``where(population, count)`` tells which."""
    import numpy

    population = operator.index(a) if isinstance(a, int) else len(a)
    shape = shape_of(size)
    if population == 0 and math.prod(shape) > 0:
        raise ValueError("a cannot be empty unless no samples are taken")
    places = where(population, math.prod(shape))
    if not isinstance(a, int) and any(isinstance(item, str) for item in a):
        raise NotImplementedError("choice picks numbers on this page. Pick places: a[int(rng.choice(len(a)))].")
    found = numpy.array(places, numpy.int64) if isinstance(a, int) else numpy.array(a)[list(places)]
    return found[0] if size is None else found.reshape((*shape, *found.shape[1:]))


def weighted(p: Any, population: int, count: int, double: Callable[[], float]) -> list[int]:
    """So many places by their probabilities."""
    import bisect

    weights = [float(one) for one in (p.tolist() if hasattr(p, "tolist") else p)]
    if len(weights) != population:
        raise ValueError("'a' and 'p' must have same size")
    if abs(sum(weights) - 1) > 1.5e-8:
        raise ValueError("probabilities do not sum to 1")
    total, upto = 0.0, []
    for weight in weights:
        total += weight
        upto.append(total)
    upto = [one / total for one in upto]
    return [bisect.bisect_right(upto, double()) for _ in range(count)]
