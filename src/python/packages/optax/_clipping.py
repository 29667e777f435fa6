"""Transformations that bound updates."""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from optax._base import (
    EmptyState,
    GradientTransformation,
    from_params,
    from_updates,
    is_none,
)
from optax.tree_utils import tree_clip, tree_norm


def clip(max_delta: Any) -> GradientTransformation:
    """Each element at least `-max_delta` and at most `max_delta`."""
    return from_updates(lambda updates: tree_clip(updates, -max_delta, max_delta))


def clip_by_global_norm(max_norm: Any) -> GradientTransformation:
    """Scales all updates together so that their norm is at most `max_norm`."""

    def clipped(updates: Any) -> Any:
        norm = tree_norm(updates)
        small = jnp.squeeze(norm < max_norm)
        return jax.tree.map(lambda u: jnp.where(small, u, (u / norm.astype(u.dtype)) * max_norm), updates)

    return from_updates(clipped)


def clip_by_block_rms(threshold: Any) -> GradientTransformation:
    """Scales each leaf so that the root of the mean of its squares is at most `threshold`."""

    def clipped(u: Any) -> Any:
        return u / jnp.maximum(1.0, jnp.sqrt(jnp.mean(u * u)) / threshold)

    return from_updates(lambda updates: jax.tree.map(clipped, updates))


def unitwise_norm(x: Any, axis: Any = None) -> Any:
    """The norm of each unit's weights, in the shape of `x`. ValueError for more than 5 axes."""
    if axis is None:
        axes = {2: 0, 3: 0, 4: (0, 1, 2), 5: (0, 1, 2, 3)}
        if jnp.squeeze(x).ndim > 1:
            if x.ndim not in axes:
                raise ValueError(
                    f"Expected parameter with shape in {(1, 2, 3, 4, 5)}, got {x.shape}. Use axis "
                    "parameter to specify reduction axes for other shapes."
                )
            axis = axes[x.ndim]
    return jnp.broadcast_to(jnp.sqrt(jnp.sum(x * x, axis=axis, keepdims=True)), x.shape)


def adaptive_grad_clip(clipping: Any, eps: Any = 1e-3, axis: Any = None) -> GradientTransformation:
    """Bounds each unit's update by `clipping` times the norm of its weights (at least `eps`)."""

    def clipped(u: Any, p: Any) -> Any:
        norm, limit = unitwise_norm(u, axis), clipping * jnp.maximum(unitwise_norm(p, axis), eps)
        return jnp.where(norm < limit, u, u * (limit / jnp.maximum(norm, 1e-6)))

    return from_params(lambda updates, params: jax.tree.map(clipped, updates, params))


NonNegativeParamsState = EmptyState


def keep_params_nonnegative() -> GradientTransformation:
    """Cuts updates so that no parameter falls below zero."""

    def kept(p: Any, u: Any) -> Any:
        return None if p is None else jnp.where((p + u) < 0.0, -p, u)

    return from_params(lambda updates, params: jax.tree.map(kept, params, updates, is_leaf=is_none))


class ZeroNansState(NamedTuple):
    """For each leaf whether its last update had a NaN."""

    found_nan: Any


def zero_nans() -> GradientTransformation:
    """Replaces NaNs in updates by zeros."""

    def init_fn(params: Any) -> ZeroNansState:
        return ZeroNansState(found_nan=jax.tree.map(lambda _: jnp.array(False), params))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params, state
        found = jax.tree.map(lambda u: jnp.any(jnp.isnan(u)), updates)
        cleaned = jax.tree.map(lambda u: jnp.where(jnp.isnan(u), jnp.zeros_like(u), u), updates)
        return cleaned, ZeroNansState(found_nan=found)

    return GradientTransformation(init_fn, update_fn)
