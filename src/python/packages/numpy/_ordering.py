"""Sorting, finding and counting in NumPy's types."""

from __future__ import annotations

import bisect
import functools
import math
from typing import Any

from ._elementwise import elementwise
from ._kinds import held, is_float
from ._ndarray import from_any, made, ndarray, number
from ._reductions import along_axis
from ._shapes import axes_of, broadcast, lanes, spread, strides


def _key(x: Any) -> tuple[bool, Any]:
    """NaN stands last."""
    return (x != x, x)


def _sorted_lanes(a: Any, axis: Any) -> tuple[ndarray, int, list[Any]]:
    array = from_any(a)
    if axis is None:
        array, axis = array.flatten(), 0
    (at,) = axes_of(axis, array.ndim)
    return array, at, lanes(array._flat, array.shape, (at,))


def sort(a: Any, axis: Any = -1, kind: Any = None, order: Any = None) -> Any:
    """The elements in order, NaN last."""
    array, at, rows = _sorted_lanes(a, axis)
    return along_axis([sorted(row, key=_key) for row in rows], array.shape, at, array.dtype.name)


def argsort(a: Any, axis: Any = -1, kind: Any = None, order: Any = None) -> Any:
    """The positions that would sort the elements."""
    array, at, rows = _sorted_lanes(a, axis)
    orders = [sorted(range(len(row)), key=lambda i, row=row: _key(row[i])) for row in rows]
    return along_axis(orders, array.shape, at, "int64")


def _ints(values: Any, shape: Any = None) -> ndarray:
    data = held(values, "int64")
    return made(data, (len(data),) if shape is None else shape, "int64")


def unique(
    ar: Any, return_index: bool = False, return_inverse: bool = False, return_counts: bool = False, axis: Any = None
) -> Any:
    """The different elements in order."""
    if axis is not None:
        raise NotImplementedError("np.unique along an axis works in NumPy but not here.")
    array = from_any(ar)
    first: dict[Any, int] = {}
    counts: dict[Any, int] = {}
    flat = [math.nan if x != x else x for x in array._flat]
    for i, value in enumerate(flat):
        first.setdefault(value, i)
        counts[value] = counts.get(value, 0) + 1
    values = sorted(first, key=_key)
    rank = {value: i for i, value in enumerate(values)}
    found: list[Any] = [made(held(values, array.dtype.name), (len(values),), array.dtype.name)]
    if return_index:
        found.append(_ints([first[value] for value in values]))
    if return_inverse:
        found.append(_ints([rank[value] for value in flat], array.shape))
    if return_counts:
        found.append(_ints([counts[value] for value in values]))
    return found[0] if len(found) == 1 else tuple(found)


def nonzero(a: Any) -> tuple[ndarray, ...]:
    """Where elements are not zero, one array for each axis."""
    array = from_any(a)
    if not array.shape:
        raise ValueError("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.")
    places = [i for i, value in enumerate(array._flat) if value]
    steps = strides(array.shape)
    return tuple(_ints([place // step % n for place in places]) for step, n in zip(steps, array.shape, strict=True))


def argwhere(a: Any) -> ndarray:
    """Where elements are not zero, one row for each."""
    columns = nonzero(a)
    rows = list(zip(*[column._flat for column in columns], strict=True))
    return _ints([place for row in rows for place in row], (len(rows), len(columns)))


def flatnonzero(a: Any) -> ndarray:
    """Where elements are not zero, counted in row-major order."""
    return nonzero(from_any(a).flatten())[0]


def where(condition: Any, x: Any = None, y: Any = None) -> Any:
    """Elements of x where a condition holds, else of y."""
    if x is None and y is None:
        return nonzero(condition)
    from ._promotion import Operand, common

    mask, a, b = from_any(condition), Operand(x), Operand(y)
    kind = common([a, b])
    shape = broadcast([mask.shape, a.shape, b.shape])
    parts = [spread(flat, own, shape) for flat, own in ((mask._flat, mask.shape), (a.flat, a.shape), (b.flat, b.shape))]
    data = held([one if test else other for test, one, other in zip(*parts, strict=True)], kind)
    return made(data, shape, kind)


def searchsorted(a: Any, v: Any, side: str = "left", sorter: Any = None) -> Any:
    """Where values would go in a sorted array."""
    row, asked = from_any(a)._flat, from_any(v)
    find = bisect.bisect_left if side == "left" else bisect.bisect_right
    data = [find(row, value) for value in asked._flat]
    return _ints(data, asked.shape) if asked.shape else number(data[0], "int64")


def digitize(x: Any, bins: Any, right: bool = False) -> Any:
    """The bins that values fall into."""
    row = list(from_any(bins)._flat)
    if row == sorted(row):
        return searchsorted(row, x, "left" if right else "right")
    asked = from_any(x)
    find = bisect.bisect_right if right else bisect.bisect_left
    data = [len(row) - find(row[::-1], value) for value in asked._flat]
    return _ints(data, asked.shape) if asked.shape else number(data[0], "int64")


def bincount(x: Any, weights: Any = None, minlength: int = 0) -> ndarray:
    """How often each number from 0 on occurs."""
    places = from_any(x)
    if places.size and min(places._flat) < 0:
        raise ValueError("'list' argument must have no negative elements")
    parts = [1] * places.size if weights is None else from_any(weights)._flat
    counts: list[Any] = [0] * max([minlength, *(place + 1 for place in places._flat)])
    for place, part in zip(places._flat, parts, strict=True):
        counts[place] += part
    kind = "int64" if weights is None else "float64"
    return made(held(counts, kind), (len(counts),), kind)


def isin(element: Any, test_elements: Any, assume_unique: bool = False, invert: bool = False) -> Any:
    """Whether each element is among others."""
    array, known = from_any(element), set(from_any(test_elements)._flat)
    return made(held([(x in known) != invert for x in array._flat], "bool"), array.shape, "bool")


def clip(a: Any, a_min: Any = None, a_max: Any = None, out: Any = None, *, min: Any = None, max: Any = None) -> Any:
    """The elements, moved into a range."""
    low, high = a_min if min is None else min, a_max if max is None else max
    found = a if low is None else elementwise("maximum", (a, low))
    return found if high is None else elementwise("minimum", (found, high))


def around(a: Any, decimals: int = 0, out: Any = None) -> Any:
    """The elements, rounded to so many decimals."""
    array = from_any(a)
    if not is_float(array.dtype.name):
        if decimals >= 0:
            return array.copy() if array.shape else number(array.item(), array.dtype.name)
        return elementwise("multiply", (elementwise("rint", (array / 10**-decimals,)).astype("int64"), 10**-decimals))
    if decimals == 0:
        return elementwise("rint", (a,))
    scale = 10.0 ** abs(decimals)
    up, down = ("multiply", "divide") if decimals > 0 else ("divide", "multiply")
    return elementwise(down, (elementwise("rint", (elementwise(up, (a, scale)),)), scale))


def diff(a: Any, n: int = 1, axis: int = -1) -> Any:
    """What each element is more than the one before."""
    array = from_any(a)
    (at,) = axes_of(axis, array.ndim)
    for _ in range(n):
        ahead: list[Any] = [slice(None)] * array.ndim
        behind = list(ahead)
        ahead[at], behind[at] = slice(1, None), slice(None, -1)
        name = "not_equal" if array.dtype.name == "bool" else "subtract"
        array = elementwise(name, (array[tuple(ahead)], array[tuple(behind)]))
    return array


def histogram(a: Any, bins: Any = 10, range: Any = None, density: Any = None, weights: Any = None) -> Any:
    """How many elements fall into each bin, and the edges of the bins."""
    flat = [float(x) for x in from_any(a)._flat]
    if isinstance(bins, int):
        low, high = range if range is not None else (min(flat, default=0.0), max(flat, default=1.0))
        low, high = (low - 0.5, high + 0.5) if low == high else (low, high)
        edges = [low + i * ((high - low) / bins) for i in _count(bins)] + [float(high)]
    else:
        edges = [float(x) for x in from_any(bins)._flat]
    parts = [1] * len(flat) if weights is None else from_any(weights)._flat
    counts: list[Any] = [0] * (len(edges) - 1)
    for x, part in zip(flat, parts, strict=True):
        if edges[0] <= x <= edges[-1]:
            counts[min(bisect.bisect_right(edges, x) - 1, len(counts) - 1)] += part
    kind = "int64" if weights is None and not density else "float64"
    if density:
        total = sum(counts)
        counts = [n / total / (edges[i + 1] - edges[i]) for i, n in enumerate(counts)]
    shape = (len(counts),)
    return made(held(counts, kind), shape, kind), made(held(edges, "float64"), (len(edges),), "float64")


_count = range


def interp(x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None) -> Any:
    """Values of a function given by points, on the lines between them."""
    asked, known, values = from_any(x), list(from_any(xp)._flat), list(from_any(fp)._flat)

    def at(v: float) -> float:
        if v <= known[0]:
            return values[0] if left is None or v == known[0] else left
        if v >= known[-1]:
            return values[-1] if right is None or v == known[-1] else right
        i = bisect.bisect_right(known, v) - 1
        slope = (values[i + 1] - values[i]) / (known[i + 1] - known[i])
        return slope * (v - known[i]) + values[i]  # type: ignore[no-any-return]

    data = held([at(v) for v in asked._flat], "float64")
    return made(data, asked.shape, "float64") if asked.shape else number(data[0], "float64")


def isclose(a: Any, b: Any, rtol: Any = 1e-05, atol: Any = 1e-08, equal_nan: bool = False) -> Any:
    """Whether elements are equal within tolerances."""

    def near(x: Any, y: Any) -> bool:
        if x != x or y != y:
            return equal_nan and x != x and y != y
        return bool(x == y or (math.isfinite(y) and abs(x - y) <= atol + rtol * abs(y)))

    x, y = from_any(a), from_any(b)
    shape = broadcast([x.shape, y.shape])
    pairs = zip(spread(x._flat, x.shape, shape), spread(y._flat, y.shape, shape), strict=True)
    data = held([near(*pair) for pair in pairs], "bool")
    return made(data, shape, "bool") if shape else number(data[0], "bool")


def nan_to_num(x: Any, copy: bool = True, nan: Any = 0.0, posinf: Any = None, neginf: Any = None) -> Any:
    """The elements with numbers in place of NaN and infinities."""
    array = from_any(x)
    most = {"float64": 1.7976931348623157e308, "float32": 3.4028234663852886e38}.get(array.dtype.name, 65504.0)
    high, low = most if posinf is None else posinf, -most if neginf is None else neginf
    flat = [nan if v != v else high if v == math.inf else low if v == -math.inf else v for v in array._flat]
    data = held(flat, array.dtype.name)
    return made(data, array.shape, array.dtype.name) if array.shape else number(data[0], array.dtype.name)


def _set_function(keep: Any) -> Any:
    @functools.wraps(keep)
    def call(ar1: Any, ar2: Any) -> ndarray:
        a, b = unique(ar1), unique(ar2)
        chosen = keep(set(a._flat), set(b._flat))
        from ._kinds import joined

        kind = a.dtype.name if keep is _difference else joined(a.dtype.name, b.dtype.name)
        return made(held(sorted(chosen, key=_key), kind), (len(chosen),), kind)

    return call


def _difference(a: set[Any], b: set[Any]) -> set[Any]:
    return a - b


ORDERING: dict[str, Any] = {
    "sort": sort, "argsort": argsort, "unique": unique, "nonzero": nonzero, "argwhere": argwhere,
    "flatnonzero": flatnonzero, "where": where, "searchsorted": searchsorted, "digitize": digitize,
    "bincount": bincount, "isin": isin, "clip": clip, "round": around, "around": around, "diff": diff,
    "histogram": histogram, "interp": interp, "isclose": isclose, "nan_to_num": nan_to_num,
    "union1d": _set_function(set.union), "intersect1d": _set_function(set.intersection),
    "setdiff1d": _set_function(_difference), "setxor1d": _set_function(set.symmetric_difference),
}  # fmt: skip
"""Functions by NumPy's names."""
