"""Checks for tests, with NumPy's texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jax._src.array import Array
from jax._src.names import missing_name as _missing_name

from ._arrangements import arrange
from ._functions import asarray
from ._ndarray import ndarray
from ._ordering import isclose
from ._shapes import broadcast


def assert_allclose(
    actual: Any,
    desired: Any,
    rtol: float = 1e-07,
    atol: float = 0,
    equal_nan: bool = True,
    err_msg: str = "",
    verbose: bool = True,
) -> None:
    """Raises AssertionError unless two arrays are equal within tolerances."""
    head = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    _compare(actual, desired, lambda a, b: isclose(a, b, rtol, atol, equal_nan), head, err_msg)


def assert_array_equal(actual: Any, desired: Any, err_msg: str = "", verbose: bool = True) -> None:
    """Raises AssertionError unless two arrays are equal; NaN is equal to itself."""
    _compare(actual, desired, _same, "Arrays are not equal", err_msg)


def assert_array_almost_equal(
    actual: Any, desired: Any, decimal: int = 6, err_msg: str = "", verbose: bool = True
) -> None:
    """Raises AssertionError unless two arrays differ by less than 1.5 units of a decimal place."""
    head = f"Arrays are not almost equal to {decimal} decimals"
    _compare(actual, desired, lambda a, b: abs(a - b) < 1.5 * 10.0**-decimal, head, err_msg)


def assert_almost_equal(actual: Any, desired: Any, decimal: int = 7, err_msg: str = "", verbose: bool = True) -> None:
    """Raises AssertionError unless two numbers, or arrays, differ by less than 1.5 units of a decimal place."""
    if isinstance(actual, (ndarray, Array, list, tuple)) or isinstance(desired, (ndarray, Array, list, tuple)):
        assert_array_almost_equal(actual, desired, decimal, err_msg)
    elif abs(desired - actual) >= 1.5 * 10.0**-decimal:
        text = f"Arrays are not almost equal to {decimal} decimals"
        raise AssertionError(f"\n{_headed(text, err_msg)}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")


def assert_equal(actual: Any, desired: Any, err_msg: str = "", verbose: bool = True) -> None:
    """Raises AssertionError unless two values are equal; dicts and lists are compared item by item."""
    if isinstance(desired, dict):
        assert_equal(len(actual), len(desired), err_msg)
        for key, value in desired.items():
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], value, f"key={key!r}\n{err_msg}")
    elif isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for i, value in enumerate(desired):
            assert_equal(actual[i], value, f"item={i!r}\n{err_msg}")
    elif isinstance(actual, (ndarray, Array)) or isinstance(desired, (ndarray, Array)):
        assert_array_equal(actual, desired, err_msg)
    elif not (actual == desired or (actual != actual and desired != desired)):
        raise AssertionError(
            f"\n{_headed('Items are not equal:', err_msg)}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}"
        )


def _headed(head: str, note: str) -> str:
    if not note:
        return head
    return f"{head}\n{note}" if "\n" in note or len(note) >= 79 - len(head) else f"{head} {note}"


def _same(a: Any, b: Any) -> Any:
    return (a == b) | ((a != a) & (b != b))


def _compare(actual: Any, desired: Any, close: Callable[[Any, Any], Any], head: str, err_msg: str) -> None:
    a, b = asarray(actual), asarray(desired)
    shown = f" ACTUAL: {a!r}\n DESIRED: {b!r}"
    if a.shape != b.shape and () not in (a.shape, b.shape):
        raise AssertionError(f"\n{head}\n{err_msg}\n(shapes {a.shape}, {b.shape} mismatch)\n{shown}")
    fits = asarray(close(a, b)).reshape(broadcast([a.shape, b.shape]) or (1,))
    x, y = (arrange("broadcast_to", (each, fits.shape), {}) for each in (a, b))
    wrong = (fits == 0).nonzero()
    count = wrong[0].size
    if count:
        lines = [
            f"Mismatched elements: {count} / {fits.size} ({100 * count / fits.size:.3g}%)",
            *_where(list(zip(*[axis.tolist() for axis in wrong], strict=True)), x, y),
            *_how_far(x[fits == 0], y[fits == 0]),
        ]
        raise AssertionError("\n".join([f"\n{head}", err_msg, *lines, shown]))


def _where(wrong: list[tuple[int, ...]], x: ndarray, y: ndarray) -> list[str]:
    """The first five places that differ."""
    many = len(wrong) > 5
    lines = ["First 5 mismatches are at indices:" if many else f"Mismatch at ind{'ex' if len(wrong) == 1 else 'ices'}:"]
    shown = [f" [{', '.join(map(str, at))}]: {x[at]} (ACTUAL), {y[at]} (DESIRED)" for at in wrong[:5]]
    return [*lines, *shown]


def _how_far(x: ndarray, y: ndarray) -> list[str]:
    if x.dtype.kind == "b" or y.dtype.kind == "b":
        return []
    gap = abs(x - y)
    lines = [f"Max absolute difference among violations: {_number(gap.max())}"]
    sized = y != 0
    most = _number((gap[sized] / abs(y[sized])).max()) if sized.any() else "inf"
    return [*lines, f"Max relative difference among violations: {most}"]


def _number(value: Any) -> str:
    return str(asarray(value).reshape(1))[1:-1].strip()


def __getattr__(name: str) -> Any:
    return _missing_name("numpy.testing", name, globals())
