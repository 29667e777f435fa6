"""NumPy's reductions in 64 bits, in the order in which NumPy adds."""

from __future__ import annotations

import functools
import math
from typing import Any

from ._elementwise import warn
from ._kinds import held, is_float
from ._ndarray import from_any, kind_of, made, ndarray, number_or_array
from ._shapes import axes_of, lanes, without

_INF = math.inf


def pairwise(values: Any) -> Any:
    """The sum of floats in NumPy's order: eight at a time, halves of what is longer than 128."""
    n = len(values)
    if n < 8:
        total = 0.0
        for value in values:
            total += value
        return total
    if n <= 128:
        r = list(values[:8])
        end = n - n % 8
        for i in range(8, end, 8):
            for j in range(8):
                r[j] += values[i + j]
        total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
        for value in values[end:]:
            total += value
        return total
    half = n // 2
    half -= half % 8
    return pairwise(values[:half]) + pairwise(values[half:])


def _one_by_one(values: Any) -> Any:
    total = 0.0
    for value in values:
        total += value
    return total


def _product(values: Any) -> Any:
    found: Any = 1
    for value in values:
        found *= value
    return found


def _extreme(values: Any, least: bool) -> Any:
    for value in values:
        if value != value:
            return value
    return min(values) if least else max(values)


def _place(values: Any, least: bool) -> int:
    for i, value in enumerate(values):
        if value != value:
            return i
    return list(values).index(min(values) if least else max(values))


class Reduced:
    """An array's lanes along the axes of a reduction, and the shape of its result."""

    def __init__(self, a: Any, axis: Any, keepdims: bool) -> None:
        self.array: ndarray = from_any(a)
        self.type = self.array.dtype.name
        self.axes = axes_of(axis, self.array.ndim)
        self.lanes = lanes(self.array._flat, self.array.shape, self.axes)
        self.shape = without(self.array.shape, self.axes, bool(keepdims))
        self.count = math.prod(self.array.shape[axis] for axis in self.axes)
        last = self.array.ndim - 1
        self.add = pairwise if last in self.axes or self.array.ndim == 0 else _one_by_one

    def give(self, values: list[Any], kind: str) -> Any:
        """The result of a value for each lane."""
        return number_or_array(held(values, kind), self.shape, kind)


def _counted(kind: str) -> str:
    """What sums and products are kept in."""
    return kind if is_float(kind) else "uint64" if kind[0] == "u" else "int64"


def _total(a: Any, axis: Any, dtype: Any, keepdims: Any, initial: Any, product: bool) -> Any:
    of = Reduced(a, axis, keepdims)
    kind = _counted(of.type) if dtype is None else kind_of(dtype)
    if product:
        values = [_product(lane) for lane in of.lanes]
    elif is_float(kind):
        values = [of.add(lane) for lane in of.lanes]
    else:
        values = [sum(lane) for lane in of.lanes]
    if initial is not None:
        values = [value * initial if product else value + initial for value in values]
    return of.give(values, kind)


def sum_(
    a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False, initial: Any = None
) -> Any:
    """The sum; integers are counted in 64 bits."""
    return _total(a, axis, dtype, keepdims, initial, False)


def prod(
    a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False, initial: Any = None
) -> Any:
    """The product; integers are counted in 64 bits."""
    return _total(a, axis, dtype, keepdims, initial, True)


def _float_of(kind: str) -> str:
    return kind if is_float(kind) else "float64"


def _over(total: Any, count: float) -> Any:
    return total / count if count > 0 else math.nan


def mean(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The mean, a float."""
    of = Reduced(a, axis, keepdims)
    if of.count == 0:
        warn("invalid value", "scalar divide")
    kind = _float_of(of.type) if dtype is None else kind_of(dtype)
    return of.give([_over(of.add(lane), of.count) for lane in of.lanes], kind)


def _variance(a: Any, axis: Any, ddof: Any, keepdims: Any) -> tuple[Reduced, list[Any]]:
    of = Reduced(a, axis, keepdims)
    values = []
    for lane in of.lanes:
        middle = _over(of.add(lane), of.count)
        values.append(_over(of.add([(x - middle) * (x - middle) for x in lane]), of.count - ddof))
    return of, values


def var(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: Any = 0, keepdims: Any = False) -> Any:
    """The mean of squared distances from the mean; `ddof` is taken off the count."""
    of, values = _variance(a, axis, ddof, keepdims)
    return of.give(values, _float_of(of.type))


def std(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: Any = 0, keepdims: Any = False) -> Any:
    """The square root of the variance."""
    of, values = _variance(a, axis, ddof, keepdims)
    return of.give([math.sqrt(value) if value >= 0 else math.nan for value in values], _float_of(of.type))


def _extremes(a: Any, axis: Any, keepdims: Any, initial: Any, least: bool) -> Any:
    of = Reduced(a, axis, keepdims)
    if of.count == 0 and initial is None:
        name = "minimum" if least else "maximum"
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    more = [] if initial is None else [initial]
    return of.give([_extreme([*lane, *more], least) for lane in of.lanes], of.type)


def max_(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False, initial: Any = None) -> Any:
    """The largest element; NaN if there is one."""
    return _extremes(a, axis, keepdims, initial, False)


def min_(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False, initial: Any = None) -> Any:
    """The least element; NaN if there is one."""
    return _extremes(a, axis, keepdims, initial, True)


def ptp(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The largest element less the least."""
    of = Reduced(a, axis, keepdims)
    return of.give([_extreme(lane, False) - _extreme(lane, True) for lane in of.lanes], of.type)


def any_(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Whether an element is not zero."""
    of = Reduced(a, axis, keepdims)
    return of.give([any(lane) for lane in of.lanes], "bool")


def all_(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Whether no element is zero."""
    of = Reduced(a, axis, keepdims)
    return of.give([all(lane) for lane in of.lanes], "bool")


def count_nonzero(a: Any, axis: Any = None, *, keepdims: Any = False) -> Any:
    """How many elements are not zero."""
    of = Reduced(a, axis, keepdims)
    found = of.give([sum(1 for x in lane if x) for lane in of.lanes], "int64")
    return found.item() if not of.shape and axis is None else found


def _places(a: Any, axis: Any, keepdims: Any, least: bool) -> Any:
    of = Reduced(a, axis, keepdims)
    if of.count == 0:
        raise ValueError(f"attempt to get arg{'min' if least else 'max'} of an empty sequence")
    return of.give([_place(lane, least) for lane in of.lanes], "int64")


def argmax(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Where the largest element stands first."""
    return _places(a, axis, keepdims, False)


def argmin(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Where the least element stands first."""
    return _places(a, axis, keepdims, True)


def _running(a: Any, axis: Any, dtype: Any, product: bool) -> Any:
    array = from_any(a)
    if axis is None:
        array, axis = made(array._flat, (array.size,), array.dtype.name), 0
    kind = _counted(array.dtype.name) if dtype is None else kind_of(dtype)
    (axis,) = axes_of(axis, array.ndim)
    rows = []
    for lane in lanes(array._flat, array.shape, (axis,)):
        total: Any = 1 if product else 0
        row = []
        for value in lane:
            total = total * value if product else total + value
            row.append(total)
        rows.append(row)
    return along_axis(rows, array.shape, axis, kind)


def along_axis(rows: list[Any], shape: tuple[int, ...], axis: int, kind: str) -> ndarray:
    """An array of rows that stand along an axis."""
    from ._shapes import grid, strides

    length = len(rows[0]) if rows else 0
    full = (*shape[:axis], length, *shape[axis + 1 :])
    steps = strides(full)
    flat: list[Any] = [0] * math.prod(full)
    kept = [i for i in range(len(full)) if i != axis]
    for start, row in zip(grid([full[i] for i in kept], [steps[i] for i in kept]), rows, strict=True):
        flat[start : start + (length - 1) * steps[axis] + 1 : steps[axis]] = row
    return made(held(flat, kind), full, kind)


def cumsum(a: Any, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
    """Sums up to each element."""
    return _running(a, axis, dtype, False)


def cumprod(a: Any, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
    """Products up to each element."""
    return _running(a, axis, dtype, True)


def _quantile_of(values: list[Any], q: float) -> Any:
    if any(x != x for x in values):
        return math.nan
    at = q * (len(values) - 1)
    low = min(math.floor(at), len(values) - 1)
    high, part = min(low + 1, len(values) - 1), at - low
    gap = values[high] - values[low]
    # NumPy counts from the nearer end.
    return values[low] + gap * part if part < 0.5 else values[high] - gap * (1 - part)


def quantile(a: Any, q: Any, axis: Any = None, out: Any = None, *, keepdims: Any = False) -> Any:
    """The values below which such parts of the elements lie."""
    asked = from_any(q)
    of = Reduced(a, axis, keepdims)
    if any(not 0 <= one <= 1 for one in asked._flat):
        raise ValueError("Quantiles must be in the range [0, 1]")
    ordered = [sorted(lane) for lane in of.lanes]
    flat = [_quantile_of(lane, one) for one in asked._flat for lane in ordered]
    kind = _float_of(of.type)
    return number_or_array(held(flat, kind), (*asked.shape, *of.shape), kind)


def percentile(a: Any, q: Any, axis: Any = None, out: Any = None, *, keepdims: Any = False) -> Any:
    """The values below which so many per cent of the elements lie."""
    asked = from_any(q)
    if any(not 0 <= one <= 100 for one in asked._flat):
        raise ValueError("Percentiles must be in the range [0, 100]")
    parts = made(held([one / 100 for one in asked._flat], "float64"), asked.shape, "float64")
    return quantile(a, parts, axis, keepdims=keepdims)


def median(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The middle of the sorted elements."""
    of = Reduced(a, axis, keepdims)
    values = []
    for lane in of.lanes:
        row, n = sorted(lane), len(lane)
        if any(x != x for x in lane) or n == 0:
            values.append(math.nan)
        else:
            values.append(row[n // 2] if n % 2 else (row[n // 2 - 1] + row[n // 2]) / 2)
    return of.give(values, _float_of(of.type))


def average(a: Any, axis: Any = None, weights: Any = None, returned: Any = False, *, keepdims: Any = False) -> Any:
    """The mean, with weights if they are given."""
    if weights is None:
        return mean(a, axis, keepdims=keepdims)
    array, parts = from_any(a), from_any(weights)
    if parts.shape != array.shape and axis is not None:
        (at,) = axes_of(axis, array.ndim)
        parts = parts.reshape([n if i == at else 1 for i, n in enumerate(array.shape)])
    total = sum_(parts + array * 0, axis, keepdims=keepdims)
    if any(value == 0 for value in from_any(total)._flat):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    found = sum_(array * parts, axis, keepdims=keepdims) / total
    return (found, total) if returned else found


def _ignoring(function: Any, fill: Any) -> Any:
    """A reduction in which NaN does not count."""

    @functools.wraps(function)
    def reduce(a: Any, axis: Any = None, *args: Any, keepdims: Any = False, **kwargs: Any) -> Any:
        array = from_any(a)
        of = Reduced(array, axis, keepdims)
        rows = [[x for x in lane if x == x] or ([fill] if fill is not None else [math.nan]) for lane in of.lanes]
        values = [function(made(held(row, of.type), (len(row),), of.type), None, *args, **kwargs) for row in rows]
        return of.give([value.item() for value in values], from_any(values[0]).dtype.name)

    return reduce


REDUCTIONS: dict[str, Any] = {
    "sum": sum_, "prod": prod, "mean": mean, "var": var, "std": std, "max": max_, "amax": max_, "min": min_,
    "amin": min_, "ptp": ptp, "any": any_, "all": all_, "count_nonzero": count_nonzero, "argmax": argmax,
    "argmin": argmin, "cumsum": cumsum, "cumprod": cumprod, "quantile": quantile, "percentile": percentile,
    "median": median, "average": average, "nansum": _ignoring(sum_, 0), "nanprod": _ignoring(prod, 1),
    "nanmean": _ignoring(mean, None), "nanvar": _ignoring(var, None), "nanstd": _ignoring(std, None),
    "nanmax": _ignoring(max_, None), "nanmin": _ignoring(min_, None), "nanmedian": _ignoring(median, None),
}  # fmt: skip
"""Reductions by NumPy's names."""
