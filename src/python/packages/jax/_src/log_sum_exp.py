"""``logsumexp`` with weights and signs."""

from __future__ import annotations

from typing import Any

from .functions import FUNCTIONS

_NUMPY = FUNCTIONS["jax.numpy"]
_plain = FUNCTIONS["jax.nn"]["logsumexp"]


def logsumexp(
    a: Any,
    axis: Any = None,
    b: Any = None,
    keepdims: bool = False,
    return_sign: bool = False,
    where: Any = None,
) -> Any:
    """log(sum(b · exp(a))) over axes, without overflow; with ``return_sign`` of the absolute value, and the sign."""
    if b is None and not return_sign:
        return _plain(a, axis, None, keepdims, False, where)
    a = _NUMPY["asarray"](a)
    if b is not None:
        a, b = _NUMPY["broadcast_arrays"](a, b)
        # A weight of zero takes no part, whatever stands beside it.
        a = _NUMPY["where"](b != 0, a, -float("inf"))
    taken = a if where is None else _NUMPY["where"](where, a, -float("inf"))
    largest = FUNCTIONS["jax.lax"]["stop_gradient"](_NUMPY["max"](taken, axis=axis, keepdims=True))
    largest = _NUMPY["where"](_NUMPY["isfinite"](largest), largest, 0)
    terms = _NUMPY["exp"](taken - largest)
    total = _NUMPY["sum"](terms if b is None else b * terms, axis=axis, keepdims=keepdims)
    shift = largest if keepdims else _NUMPY["squeeze"](largest, axis=axis)
    if return_sign:
        return _NUMPY["log"](_NUMPY["abs"](total)) + shift, _NUMPY["sign"](total)
    return _NUMPY["where"](total < 0, float("nan"), _NUMPY["log"](_NUMPY["abs"](total)) + shift)


logsumexp.__module__ = "jax.nn"
