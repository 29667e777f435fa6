"""Transformations that scale updates without remembering earlier ones, or by a count alone."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from optax._base import (
    EmptyState,
    GradientTransformation,
    from_params,
    from_updates,
    identity,
    zero_count,
)
from optax._numerics import safe_increment, safe_norm, safe_root_mean_squares
from optax.tree_utils import tree_norm

ScaleState = EmptyState
ScaleByTrustRatioState = EmptyState


class ScaleByScheduleState(NamedTuple):
    """How many steps the schedule has gone."""

    count: Any


def scale(step_size: Any) -> GradientTransformation:
    """Multiplies updates by `step_size`."""
    return from_updates(lambda updates: jax.tree.map(lambda u: step_size * u, updates))


def scale_by_learning_rate(learning_rate: Any = None, *, flip_sign: bool = True) -> GradientTransformation:
    """Multiplies updates by minus the learning rate, a number or a schedule.

    Without a rate it leaves them as they are; flip_sign=False: plus the rate.
    """
    if learning_rate is None:
        return identity()
    sign = -1 if flip_sign else 1
    if callable(learning_rate):
        rate: Callable[[Any], Any] = learning_rate
        return scale_by_schedule(lambda count: sign * rate(count))
    return scale(sign * learning_rate)


def scale_by_schedule(step_size_fn: Callable[[Any], Any]) -> GradientTransformation:
    """Multiplies updates by `step_size_fn(number of steps before)`."""

    def init_fn(params: Any) -> ScaleByScheduleState:
        del params
        return ScaleByScheduleState(count=zero_count())

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        step = step_size_fn(state.count)
        scaled = jax.tree.map(lambda u: jnp.array(step, dtype=u.dtype) * u, updates)
        return scaled, ScaleByScheduleState(count=safe_increment(state.count))

    return GradientTransformation(init_fn, update_fn)


def scale_by_sign() -> GradientTransformation:
    """Replaces updates by their signs."""
    return from_updates(lambda updates: jax.tree.map(jnp.sign, updates))


def scale_by_param_block_norm(min_scale: Any = 1e-3) -> GradientTransformation:
    """Multiplies each leaf by the norm of its parameters, at least `min_scale`."""
    return from_params(lambda updates, params: jax.tree.map(lambda u, p: u * safe_norm(p, min_scale), updates, params))


def scale_by_param_block_rms(min_scale: Any = 1e-3) -> GradientTransformation:
    """Multiplies each leaf by the root mean square of its parameters, at least `min_scale`."""
    return from_params(
        lambda updates, params: jax.tree.map(lambda u, p: u * safe_root_mean_squares(p, min_scale), updates, params)
    )


def scale_by_trust_ratio(min_norm: Any = 0.0, trust_coefficient: Any = 1.0, eps: Any = 0.0) -> GradientTransformation:
    """Multiplies each leaf by the norm of its parameters over the norm of its update.

    Where one of them is zero, the leaf stays.
    """

    def scaled(u: Any, p: Any) -> Any:
        size, step = safe_norm(p, min_norm), safe_norm(u, min_norm)
        ratio = trust_coefficient * size / (step + eps)
        none = jnp.logical_or(size == 0.0, step == 0.0)
        return u * jnp.where(none, jnp.array(1.0, dtype=p.dtype), ratio)

    return from_params(lambda updates, params: jax.tree.map(scaled, updates, params))


def centralize() -> GradientTransformation:
    """Subtracts from each row of a matrix its mean; vectors stay."""

    def centred(u: Any) -> Any:
        return u if u.ndim < 2 else u - u.mean(tuple(range(1, u.ndim)), keepdims=True)

    return from_updates(lambda updates: jax.tree.map(centred, updates))


def normalize_by_update_norm(scale_factor: Any = 1.0, eps: Any = 1e-6) -> GradientTransformation:
    """Scales all updates together so that their norm is `scale_factor`."""

    def normalized(updates: Any) -> Any:
        norm = (tree_norm(updates) + eps) / scale_factor
        return jax.tree.map(lambda u: u / norm, updates)

    return from_updates(normalized)
