"""Special functions of floats; integers are computed as float32."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax.numpy as jnp

from .. import lax as _lax
from .. import nn as _nn
from .._src.dtypes import issubdtype
from .._src.log_sum_exp import logsumexp as _logsumexp
from .._src.names import missing_name as _missing_name
from .._src.transforms.custom import custom_jvp

logsumexp = _logsumexp
_HALF_LOG_2PI = 0.9189385332046727
_SQRT_HALF = 0.7071067811865476


def _floats(*values: Any) -> list[Any]:
    """Arrays of one floating type."""
    arrays = [jnp.asarray(value) for value in values]
    kind = jnp.result_type(*values)
    if not issubdtype(kind, jnp.floating):
        return [x.astype(jnp.float32) for x in arrays]
    return [x if x.dtype == kind else x.astype(kind) for x in arrays]


def softmax(x: Any, /, *, axis: Any = None) -> Any:
    """Exponentials divided by their sum, over all axes unless one is given."""
    x = jnp.asarray(x)
    return _nn.softmax(x, axis=tuple(range(x.ndim)) if axis is None else axis)


def log_softmax(x: Any, /, *, axis: Any = None) -> Any:
    """The logarithm of ``softmax``."""
    x = jnp.asarray(x)
    return _nn.log_softmax(x, axis=tuple(range(x.ndim)) if axis is None else axis)


def expit(x: Any) -> Any:
    """The logistic sigmoid."""
    return _lax.logistic(*_floats(x))


@custom_jvp
def logit(x: Any) -> Any:
    """log(x / (1 - x)), the inverse of ``expit``."""
    (x,) = _floats(x)
    return jnp.log(x / (1 - x))


# Derivatives by their own formulas: those of the computations are lost near the ends.
logit.defjvps(lambda tangent, _, x: tangent / (x * (1 - x)))


def erf(x: Any) -> Any:
    """The error function."""
    return _lax.erf(*_floats(x))


def erfc(x: Any) -> Any:
    """One minus the error function."""
    return _lax.erfc(*_floats(x))


def erfinv(x: Any) -> Any:
    """The inverse of the error function."""
    return _lax.erf_inv(*_floats(x))


def gammaln(x: Any) -> Any:
    """The logarithm of the absolute value of the gamma function."""
    return _lax.lgamma(*_floats(x))


def digamma(x: Any) -> Any:
    """The derivative of ``gammaln``."""
    return _lax.digamma(*_floats(x))


def i0e(x: Any) -> Any:
    """``i0`` times exp(-abs(x))."""
    return _lax.bessel_i0e(*_floats(x))


def i1e(x: Any) -> Any:
    """``i1`` times exp(-abs(x))."""
    return _lax.bessel_i1e(*_floats(x))


def i0(x: Any) -> Any:
    """The modified Bessel function of the first kind and order 0."""
    (x,) = _floats(x)
    return jnp.exp(abs(x)) * i0e(x)


def i1(x: Any) -> Any:
    """The modified Bessel function of the first kind and order 1."""
    (x,) = _floats(x)
    return jnp.exp(abs(x)) * i1e(x)


def _product(first: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    """x · first(y), which is zero where x is, unless y is no number."""

    def product(x: Any, y: Any) -> Any:
        x, y = _floats(x, y)
        return jnp.where((x != 0) | jnp.isnan(y), x * first(y), 0)

    return product


def _moved(tangent: Any, x: Any, like: Any) -> Any:
    return (tangent * x).astype(like.dtype)


xlogy: Any = custom_jvp(_product(jnp.log))
xlogy.__name__ = "xlogy"
xlogy.__doc__ = "x · log(y), zero where x is zero."
xlogy.defjvps(
    lambda tangent, value, x, y: _moved(tangent, jnp.log(y), value),
    lambda tangent, value, x, y: (tangent * x / y).astype(value.dtype),
)
xlog1py: Any = custom_jvp(_product(jnp.log1p))
xlog1py.__name__ = "xlog1py"
xlog1py.__doc__ = "x · log(1 + y), zero where x is zero."
xlog1py.defjvps(
    lambda tangent, value, x, y: _moved(tangent, jnp.log1p(y), value),
    lambda tangent, value, x, y: (tangent * x / (1 + y)).astype(value.dtype),
)


@custom_jvp
def _xlogx(x: Any) -> Any:
    """x · log(x) with a derivative at every x > 0."""
    return xlogy(x, x)


_xlogx.defjvps(lambda tangent, _, x: tangent * (jnp.log(x) + 1))


def entr(x: Any) -> Any:
    """The entropy -x · log(x), minus infinity below zero."""
    (x,) = _floats(x)
    return jnp.where(x < 0, -jnp.inf, -_xlogx(x))


def rel_entr(p: Any, q: Any) -> Any:
    """The relative entropy p · log(p / q)."""
    p, q = _floats(p, q)
    both = (p > 0) & (q > 0)
    inside = jnp.where(both, p, 1)
    value = _xlogx(inside) - xlogy(inside, jnp.where(both, q, 1))
    return jnp.where(both, value, jnp.where((p == 0) & (q >= 0), 0, jnp.inf))


def kl_div(p: Any, q: Any) -> Any:
    """The terms p · log(p / q) - p + q of the Kullback-Leibler divergence."""
    p, q = _floats(p, q)
    return rel_entr(p, q) - p + q


def ndtr(x: Any) -> Any:
    """The standard normal distribution function."""
    (x,) = _floats(x)
    scaled = x * _SQRT_HALF
    size = jnp.abs(scaled)
    tail = jnp.where(scaled > 0, 2 - _lax.erfc(size), _lax.erfc(size))
    return 0.5 * jnp.where(size < _SQRT_HALF, 1 + _lax.erf(scaled), tail)


@custom_jvp
def _log_ndtr(x: Any) -> Any:
    # Below -10 float32 has no values of ndtr left: the first terms of the asymptotic series.
    far = jnp.minimum(x, -10.0)
    square = 1 / (far * far)
    series = 1 - square * (1 - 3 * square * (1 - 5 * square))
    below = -far * far / 2 - jnp.log(-far) - _HALF_LOG_2PI + jnp.log(series)
    middle = jnp.log(ndtr(jnp.maximum(x, -10.0)))
    return jnp.where(x > 5, -ndtr(-x), jnp.where(x > -10, middle, below))


_log_ndtr.defjvps(lambda tangent, value, x: tangent * jnp.exp(-x * x / 2 - _HALF_LOG_2PI - value))


def log_ndtr(x: Any) -> Any:
    """The logarithm of ``ndtr``, exact far below zero as well."""
    return _log_ndtr(*_floats(x))


def __getattr__(name: str) -> Any:
    return _missing_name("jax.scipy.special", name, globals())
