"""Mean, variance and the scaling that all normalization layers share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.nn import dtypes
from jax import lax


def canonicalize_axes(rank: int, axes: Any) -> tuple[int, ...]:
    """Axes counted from the front, each once."""
    given = axes if isinstance(axes, Iterable) else (axes,)
    return tuple({rank + axis if axis < 0 else axis for axis in given})


def _across_devices(stats: list[jax.Array], axis_name: Any, groups: Any) -> list[jax.Array]:
    if axis_name is None:
        return stats
    extra = {} if groups is None else {"axis_index_groups": groups}
    return [lax.pmean(s, axis_name, **extra) for s in stats]


def compute_stats(
    x: jax.Array,
    axes: Any,
    dtype: Any = None,
    axis_name: Any = None,
    axis_index_groups: Any = None,
    *,
    use_mean: bool = True,
    use_fast_variance: bool = True,
    mask: Any = None,
) -> tuple[jax.Array, jax.Array]:
    """Mean and variance over ``axes`` in at least float32.

    The fast variance is the mean of squares minus the square of the mean, at least 0. Without
    ``use_mean`` the mean counts as 0. ``axis_name`` averages over a mapped axis as well.
    """
    dtype = jnp.promote_types(jnp.result_type(x) if dtype is None else dtype, jnp.float32)
    x = jnp.asarray(x, dtype)
    axes = canonicalize_axes(x.ndim, axes)

    def mean(*xs: jax.Array) -> list[jax.Array]:
        stats = [one.mean(axes, where=mask) if mask is not None else one.mean(axes) for one in xs]
        return _across_devices(stats, axis_name, axis_index_groups)

    if not use_mean:
        (var,) = mean(jnp.square(x))
        return jnp.zeros_like(var), var
    if use_fast_variance:
        mu, mu2 = mean(x, jnp.square(x))
        return mu, jnp.maximum(0.0, mu2 - jnp.square(mu))
    (mu,) = mean(x)
    kept = tuple(1 if i in axes else n for i, n in enumerate(x.shape))
    (var,) = mean(jnp.square(x - mu.reshape(kept)))
    return mu, var


def normalize(
    x: jax.Array,
    mean: jax.Array,
    var: jax.Array,
    scale: Any,
    bias: Any,
    reduction_axes: Any,
    feature_axes: Any,
    dtype: Any,
    epsilon: float,
) -> jax.Array:
    """``(x - mean) / sqrt(var + epsilon) * scale + bias``, each laid along its axes."""
    reduced = canonicalize_axes(x.ndim, reduction_axes)
    features = canonicalize_axes(x.ndim, feature_axes)
    stats_shape = tuple(1 if i in reduced else n for i, n in enumerate(x.shape))
    feature_shape = tuple(n if i in features else 1 for i, n in enumerate(x.shape))
    y = x - mean.reshape(stats_shape)
    factor = lax.rsqrt(var.reshape(stats_shape) + epsilon)
    if scale is not None:
        factor *= scale.reshape(feature_shape)
    y *= factor
    if bias is not None:
        y += bias.reshape(feature_shape)
    return jnp.asarray(y, dtypes.canonicalize_dtype(x, scale, bias, dtype=dtype))
