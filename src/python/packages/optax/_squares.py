"""Scaling by the squares of earlier updates: Adagrad, RMSProp, Adadelta, Rprop."""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax import lax
from optax._base import GradientTransformation, zero_count
from optax._numerics import safe_increment
from optax.tree_utils import (
    tree_bias_correction,
    tree_full_like,
    tree_mul,
    tree_update_moment,
    tree_zeros_like,
)


class ScaleByRssState(NamedTuple):
    """The sums of squared updates."""

    sum_of_squares: Any


def scale_by_rss(initial_accumulator_value: Any = 0.1, eps: Any = 1e-7) -> GradientTransformation:
    """Divides by the root of the sum of all squared updates so far (Adagrad)."""

    def init_fn(params: Any) -> ScaleByRssState:
        return ScaleByRssState(tree_full_like(params, initial_accumulator_value))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        total = jax.tree.map(lambda u, s: u * u + s, updates, state.sum_of_squares)
        factor = jax.tree.map(lambda s: jnp.where(s > 0, lax.rsqrt(s + eps), 0.0), total)
        return tree_mul(factor, updates), ScaleByRssState(sum_of_squares=total)

    return GradientTransformation(init_fn, update_fn)


class ScaleByRmsState(NamedTuple):
    """The moving averages of squared updates."""

    nu: Any


class ScaleByRmsWithCountState(NamedTuple):
    """The same with the number of steps, for bias correction."""

    count: Any
    nu: Any


def _inverse_root(x: Any, eps: Any, inside: bool) -> Any:
    return lax.rsqrt(x + eps) if inside else 1 / (jnp.sqrt(x) + eps)


def scale_by_rms(
    decay: Any = 0.9,
    eps: Any = 1e-8,
    initial_scale: Any = 0.0,
    eps_in_sqrt: bool = True,
    bias_correction: bool = False,
) -> GradientTransformation:
    """Divides by the root of the moving average of squared updates (RMSProp)."""

    def init_fn(params: Any) -> Any:
        nu = tree_full_like(params, initial_scale)
        return ScaleByRmsWithCountState(zero_count(), nu) if bias_correction else ScaleByRmsState(nu)

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        nu = seen = tree_update_moment(updates, state.nu, decay, 2)
        new: Any = ScaleByRmsState(nu=nu)
        if bias_correction:
            count = safe_increment(state.count)
            seen = tree_bias_correction(nu, decay, count)
            new = ScaleByRmsWithCountState(count=count, nu=nu)
        return jax.tree.map(lambda n, u: _inverse_root(n, eps, eps_in_sqrt) * u, seen, updates), new

    return GradientTransformation(init_fn, update_fn)


class ScaleByRStdDevState(NamedTuple):
    """The moving averages of updates and of their squares."""

    mu: Any
    nu: Any


class ScaleByRStdDevWithCountState(NamedTuple):
    """The same with the number of steps, for bias correction."""

    count: Any
    mu: Any
    nu: Any


def scale_by_stddev(
    decay: Any = 0.9,
    eps: Any = 1e-8,
    initial_scale: Any = 0.0,
    eps_in_sqrt: bool = True,
    bias_correction: bool = False,
) -> GradientTransformation:
    """Divides by the moving standard deviation of updates (centred RMSProp)."""

    def init_fn(params: Any) -> Any:
        mu, nu = tree_zeros_like(params), tree_full_like(params, initial_scale)
        if bias_correction:
            return ScaleByRStdDevWithCountState(zero_count(), mu, nu)
        return ScaleByRStdDevState(mu, nu)

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        mu = seen_mu = tree_update_moment(updates, state.mu, decay, 1)
        nu = seen_nu = tree_update_moment(updates, state.nu, decay, 2)
        new: Any = ScaleByRStdDevState(mu=mu, nu=nu)
        if bias_correction:
            count = safe_increment(state.count)
            seen_mu = tree_bias_correction(mu, decay, count)
            seen_nu = tree_bias_correction(nu, decay, count)
            new = ScaleByRStdDevWithCountState(count=count, mu=mu, nu=nu)

        def scaled(m: Any, n: Any, u: Any) -> Any:
            return _inverse_root(n - m * m, eps, eps_in_sqrt) * u

        return jax.tree.map(scaled, seen_mu, seen_nu, updates), new

    return GradientTransformation(init_fn, update_fn)


class ScaleByAdaDeltaState(NamedTuple):
    """The moving averages of squared gradients and of squared updates."""

    e_g: Any
    e_x: Any


def scale_by_adadelta(rho: Any = 0.9, eps: Any = 1e-6) -> GradientTransformation:
    """Scales by the ratio of the sizes of recent updates and gradients (Adadelta)."""

    def init_fn(params: Any) -> ScaleByAdaDeltaState:
        return ScaleByAdaDeltaState(tree_zeros_like(params), tree_zeros_like(params))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        e_g = tree_update_moment(updates, state.e_g, rho, 2)

        def scaled(u: Any, g: Any, x: Any) -> Any:
            return jnp.sqrt(x + eps) / jnp.sqrt(g + eps) * u

        out = jax.tree.map(scaled, updates, e_g, state.e_x)
        e_x = tree_update_moment(out, state.e_x, rho, 2)
        return out, ScaleByAdaDeltaState(e_g=e_g, e_x=e_x)

    return GradientTransformation(init_fn, update_fn)


class ScaleByRpropState(NamedTuple):
    """Each element's step size, and the updates of the step before."""

    step_sizes: Any
    prev_updates: Any


def scale_by_rprop(
    learning_rate: Any,
    eta_minus: Any = 0.5,
    eta_plus: Any = 1.2,
    min_step_size: Any = 1e-6,
    max_step_size: Any = 50.0,
) -> GradientTransformation:
    """Steps whose size grows while the gradient keeps its sign and shrinks where it changes.

    As in Optax, the updates of a step are given out one step later.
    """

    def init_fn(params: Any) -> ScaleByRpropState:
        return ScaleByRpropState(tree_full_like(params, learning_rate), tree_zeros_like(params))

    def resized(agreement: Any, size: Any) -> Any:
        factor = jnp.where(agreement > 0, eta_plus, eta_minus)
        bounded = jnp.clip(size * factor, min_step_size, max_step_size)
        return jnp.where(agreement == 0, size, bounded)

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        agreement = jax.tree.map(lambda u, before: u * before, updates, state.prev_updates)
        sizes = jax.tree.map(resized, agreement, state.step_sizes)

        def stepped(a: Any, u: Any, size: Any) -> Any:
            return jnp.where(a < 0, jnp.zeros_like(u), size * jnp.sign(u))

        def released(a: Any, before: Any) -> Any:
            return jnp.where(a < 0, jnp.zeros_like(before), before)

        new = jax.tree.map(stepped, agreement, updates, sizes)
        out = jax.tree.map(released, agreement, state.prev_updates)
        return out, ScaleByRpropState(step_sizes=sizes, prev_updates=new)

    return GradientTransformation(init_fn, update_fn)
