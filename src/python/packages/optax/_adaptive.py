"""Scaling by moving averages of updates and of their squares: Adam and its kin."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from optax._base import GradientTransformation, is_none, zero_count
from optax._numerics import safe_increment
from optax.tree_utils import (
    tree_add_scale,
    tree_bias_correction,
    tree_cast,
    tree_cast_like,
    tree_full_like,
    tree_sub,
    tree_update_infinity_moment,
    tree_update_moment,
    tree_where,
    tree_zeros_like,
)


class ScaleByAdamState(NamedTuple):
    """Number of steps, moving average of updates, moving average of their squares."""

    count: Any
    mu: Any
    nu: Any


def _zero_moments(mu_dtype: Any = None) -> Any:
    def init_fn(params: Any) -> ScaleByAdamState:
        mu = tree_zeros_like(params, dtype=mu_dtype)
        return ScaleByAdamState(count=zero_count(), mu=mu, nu=tree_zeros_like(params))

    return init_fn


def _corrected_mean(mu: Any, updates: Any, b1: Any, count: Any, nesterov: bool) -> Any:
    if not nesterov:
        return tree_bias_correction(mu, b1, count)
    ahead = tree_bias_correction(mu, b1, safe_increment(count))
    now = tree_bias_correction(updates, b1, count)
    return jax.tree.map(lambda m, g: b1 * m + (1 - b1) * g, ahead, now)


def _ratio(mu: Any, nu: Any, eps: Any, eps_root: Any) -> Any:
    def scaled(m: Any, n: Any) -> Any:
        return None if m is None else m / (jnp.sqrt(n + eps_root) + eps)

    return jax.tree.map(scaled, mu, nu, is_leaf=is_none)


def scale_by_adam(
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    eps_root: Any = 0.0,
    mu_dtype: Any = None,
    *,
    nesterov: bool = False,
) -> GradientTransformation:
    """The average of updates over the root of the average of their squares, both bias-corrected."""

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        mu = tree_update_moment(updates, state.mu, b1, 1)
        nu = tree_update_moment(updates, state.nu, b2, 2)
        count = safe_increment(state.count)
        mean = _corrected_mean(mu, updates, b1, count, nesterov)
        out = _ratio(mean, tree_bias_correction(nu, b2, count), eps, eps_root)
        nu = tree_cast_like(nu, state.nu)
        return out, ScaleByAdamState(count=count, mu=tree_cast(mu, mu_dtype), nu=nu)

    return GradientTransformation(_zero_moments(mu_dtype), update_fn)


class ScaleByAmsgradState(NamedTuple):
    """As of Adam, with the largest average of squares so far."""

    count: Any
    mu: Any
    nu: Any
    nu_max: Any


def scale_by_amsgrad(
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    eps_root: Any = 0.0,
    mu_dtype: Any = None,
    bias_correction_mu: bool = True,
    bias_correction_nu: bool = True,
) -> GradientTransformation:
    """Adam with the largest average of squares so far in the denominator."""

    def init_fn(params: Any) -> ScaleByAmsgradState:
        count, mu, nu = _zero_moments(mu_dtype)(params)
        return ScaleByAmsgradState(count=count, mu=mu, nu=nu, nu_max=tree_zeros_like(params))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        mu = tree_update_moment(updates, state.mu, b1, 1)
        nu = tree_update_moment(updates, state.nu, b2, 2)
        count = safe_increment(state.count)
        mean = tree_bias_correction(mu, b1, count) if bias_correction_mu else mu
        seen = tree_bias_correction(nu, b2, count) if bias_correction_nu else nu
        top = jax.tree.map(jnp.maximum, state.nu_max, seen)
        new = ScaleByAmsgradState(count=count, mu=tree_cast(mu, mu_dtype), nu=nu, nu_max=top)
        return _ratio(mean, top, eps, eps_root), new

    return GradientTransformation(init_fn, update_fn)


def scale_by_adamax(b1: Any = 0.9, b2: Any = 0.999, eps: Any = 1e-8) -> GradientTransformation:
    """Adam with a decaying maximum of absolute updates in the denominator."""

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        count = safe_increment(state.count)
        mu = tree_update_moment(updates, state.mu, b1, 1)
        nu = tree_update_infinity_moment(updates, state.nu, b2, eps)
        mean = tree_bias_correction(mu, b1, count)
        out = jax.tree.map(lambda m, n: m / n, mean, nu)
        return out, ScaleByAdamState(count=count, mu=mu, nu=nu)

    return GradientTransformation(_zero_moments(), update_fn)


class ScaleByBeliefState(NamedTuple):
    """As of Adam, with squares of the distance from the average."""

    count: Any
    mu: Any
    nu: Any


def scale_by_belief(
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-16,
    eps_root: Any = 1e-16,
    *,
    nesterov: bool = False,
) -> GradientTransformation:
    """Adam with the squared distance of updates from their average in the denominator."""

    def init_fn(params: Any) -> ScaleByBeliefState:
        return ScaleByBeliefState(*_zero_moments()(params))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        mu = tree_update_moment(updates, state.mu, b1, 1)
        nu = tree_update_moment(tree_sub(updates, mu), state.nu, b2, 2)
        nu = jax.tree.map(lambda n: n + eps_root, nu)
        count = safe_increment(state.count)
        mean = _corrected_mean(mu, updates, b1, count, nesterov)
        out = _ratio(mean, tree_bias_correction(nu, b2, count), eps, 0.0)
        return out, ScaleByBeliefState(count=count, mu=mu, nu=nu)

    return GradientTransformation(init_fn, update_fn)


def scale_by_yogi(
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-3,
    eps_root: Any = 0.0,
    initial_accumulator_value: Any = 1e-6,
) -> GradientTransformation:
    """Adam whose average of squares moves by steps of the squares' size."""

    def init_fn(params: Any) -> ScaleByAdamState:
        start = tree_full_like(params, initial_accumulator_value)
        return ScaleByAdamState(count=zero_count(), mu=start, nu=start)

    def moved(u: Any, n: Any) -> Any:
        return n - (1 - b2) * jnp.sign(n - u * u) * (u * u)

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        mu = tree_update_moment(updates, state.mu, b1, 1)
        nu = jax.tree.map(moved, updates, state.nu)
        count = safe_increment(state.count)
        mean, seen = tree_bias_correction(mu, b1, count), tree_bias_correction(nu, b2, count)
        return _ratio(mean, seen, eps, eps_root), ScaleByAdamState(count=count, mu=mu, nu=nu)

    return GradientTransformation(init_fn, update_fn)


def scale_by_radam(
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    eps_root: Any = 0.0,
    threshold: Any = 5.0,
    *,
    nesterov: bool = False,
) -> GradientTransformation:
    """Adam that uses the average alone until the squares' average can be trusted (RAdam)."""
    limit = 2.0 / (1.0 - b2) - 1.0

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        mu = tree_update_moment(updates, state.mu, b1, 1)
        nu = tree_update_moment(updates, state.nu, b2, 2)
        count = safe_increment(state.count)
        power = b2**count
        length = limit - 2 * count * power / (1 - power)
        mean = _corrected_mean(mu, updates, b1, count, nesterov)
        top = (length - 4.0) * (length - 2.0) * limit
        trust = jnp.sqrt(top / ((limit - 4.0) * (limit - 2.0) * length))
        ratio = _ratio(mean, tree_bias_correction(nu, b2, count), eps, eps_root)
        scaled = jax.tree.map(lambda r: trust.astype(r.dtype) * r, ratio)
        out = tree_where(length >= threshold, scaled, mean)
        return out, ScaleByAdamState(count=count, mu=mu, nu=nu)

    return GradientTransformation(_zero_moments(), update_fn)


class ScaleByLionState(NamedTuple):
    """Number of steps and moving average of updates."""

    count: Any
    mu: Any


def _smooth_sign(mode: str, beta: float) -> Callable[[Any], Any]:
    if mode == "hard":
        return jnp.sign
    if mode == "smooth":
        return lambda x: jnp.tanh(beta * x)
    if mode == "refined":
        return lambda x: jnp.where(jnp.abs(x) < 1.0, x, jnp.sign(x))
    raise ValueError(f'Unknown lion mode: {mode}. It needs to be one of ["hard", "smooth", "refined"].')


def scale_by_lion(
    b1: Any = 0.9, b2: Any = 0.99, mu_dtype: Any = None, *, mode: str = "hard", smooth_beta: float = 1.0
) -> GradientTransformation:
    """The sign of a mix of update and moving average (Lion).

    Its ``mode`` is the sign itself, ``"smooth"`` (tanh of ``smooth_beta`` times the mix) or ``"refined"`` (the mix
    where it lies between -1 and 1).
    """

    def init_fn(params: Any) -> ScaleByLionState:
        return ScaleByLionState(zero_count(), tree_zeros_like(params, dtype=mu_dtype))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        out = jax.tree.map(lambda u, m: _smooth_sign(mode, smooth_beta)((1.0 - b1) * u + b1 * m), updates, state.mu)
        mu = tree_cast(tree_update_moment(updates, state.mu, b2, 1), mu_dtype)
        return out, ScaleByLionState(count=safe_increment(state.count), mu=mu)

    return GradientTransformation(init_fn, update_fn)


class ScaleByAdanState(NamedTuple):
    """Averages of updates, of their changes and of squares; the last update; number of steps."""

    m: Any
    v: Any
    n: Any
    g: Any
    t: Any


def scale_by_adan(
    b1: Any = 0.98, b2: Any = 0.92, b3: Any = 0.99, eps: Any = 1e-8, eps_root: Any = 0.0
) -> GradientTransformation:
    """Adam with an average of the changes of updates besides (Adan)."""

    def init_fn(params: Any) -> ScaleByAdanState:
        zeros = [tree_zeros_like(params) for _ in range(4)]
        return ScaleByAdanState(*zeros, t=zero_count())

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        first = state.t == 0
        change = tree_where(first, tree_zeros_like(updates), tree_sub(updates, state.g))
        m = tree_update_moment(updates, state.m, b1, 1)
        v = tree_update_moment(change, state.v, b2, 1)
        ahead = tree_add_scale(updates, 1 - b2, change)
        n = tree_update_moment(ahead, state.n, b3, 2)
        t = safe_increment(state.t)
        mean = tree_add_scale(tree_bias_correction(m, b1, t), 1 - b2, tree_bias_correction(v, b2, t))
        out = _ratio(mean, tree_bias_correction(n, b3, t), eps, eps_root)
        return out, ScaleByAdanState(m=m, v=v, n=n, g=updates, t=t)

    return GradientTransformation(init_fn, update_fn)
