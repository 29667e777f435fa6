"""Checks for tests."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
from jax._src.names import missing_name as _missing_name

from ._functions import asarray


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
    a, b = asarray(actual), asarray(desired)
    if a.shape not in ((), b.shape) and b.shape != ():
        raise AssertionError(
            f"\nNot equal to tolerance rtol={rtol:g}, atol={atol:g}\n{err_msg}\n(shapes {a.shape}, {b.shape} "
            f"mismatch)\n ACTUAL: {a!r}\n DESIRED: {b!r}"
        )
    close = jnp.isclose(a._values, b._values, rtol, atol, equal_nan)
    wrong = int((~close).sum())
    if wrong:
        total = close.size
        raise AssertionError(
            f"\nNot equal to tolerance rtol={rtol:g}, atol={atol:g}\n{err_msg}\n"
            f"Mismatched elements: {wrong} / {total} ({100 * wrong / total:.3g}%)\n"
            f"Max absolute difference among violations: {float(jnp.abs(a._values - b._values).max()):.8g}\n"
            f" ACTUAL: {a!r}\n DESIRED: {b!r}"
        )


def assert_array_equal(actual: Any, desired: Any, err_msg: str = "", verbose: bool = True) -> None:
    """Raises AssertionError unless two arrays are equal."""
    a, b = asarray(actual), asarray(desired)
    if a.shape != b.shape or not bool((a._values == b._values).all()):
        raise AssertionError(f"\nArrays are not equal\n{err_msg}\n ACTUAL: {a!r}\n DESIRED: {b!r}")


def assert_equal(actual: Any, desired: Any, err_msg: str = "", verbose: bool = True) -> None:
    """Raises AssertionError unless two values are equal."""
    assert_array_equal(actual, desired, err_msg)


def __getattr__(name: str) -> Any:
    raise _missing_name("numpy.testing", name, globals())
