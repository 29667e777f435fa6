"""Attention on arrays: weights, weighted sums and masks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.nn import dtypes
from flax.nnx.variablelib import Intermediate
from jax import random


def _validate(names: str, *arrays: jax.Array) -> None:
    """ValueError unless all have the same rank and the same batch axes."""
    if any(a.ndim != arrays[0].ndim for a in arrays):
        ndims = ", ".join(str(a.ndim) for a in arrays)
        raise ValueError(f"{names} must have same rank, but got {ndims}.")
    if any(a.shape[:-3] != arrays[0].shape[:-3] for a in arrays):
        shapes = ", ".join(str(a.shape) for a in arrays)
        raise ValueError(f"{names} batch dims must match, but got shapes {shapes}.")


def _heads_first(x: jax.Array) -> jax.Array:
    """``(..., length, heads, depth)`` as ``(..., heads, length, depth)``."""
    return jnp.swapaxes(x, -3, -2)


def _grouped(x: jax.Array, groups: int) -> jax.Array:
    """``(..., heads, n, m)`` as ``(..., groups, heads / groups, n, m)``."""
    shape = (*x.shape[:-3], groups, x.shape[-3] // groups, *x.shape[-2:])
    return x.reshape(shape)


def _matmul(a: jax.Array, b: jax.Array, precision: Any) -> jax.Array:
    """Products per head; ``b`` may have fewer heads, each for a group of those of ``a``."""
    options = {} if precision is None else {"precision": precision}
    heads, groups = a.shape[-3], b.shape[-3]
    if heads == groups:
        return jnp.matmul(a, b, **options)
    out = jnp.matmul(_grouped(a, groups), _grouped(b, groups), **options)
    return out.reshape((*out.shape[:-4], heads, *out.shape[-2:]))


def _scores(query: jax.Array, key: jax.Array, precision: Any) -> jax.Array:
    """Dot products of queries and keys, ``(..., heads, q, k)``; keys may have fewer heads."""
    heads, key_heads = query.shape[-2], key.shape[-2]
    if heads % key_heads != 0:
        raise ValueError(
            f"Query heads ({heads}) must be multiple of Key heads ({key_heads}) for Grouped Query Attention."
        )
    scaled = query / jnp.sqrt(query.shape[-1]).astype(query.dtype)
    keys = jnp.swapaxes(_heads_first(key), -1, -2)
    return _matmul(_heads_first(scaled), keys, precision)


def _mask_of(mask: Any, is_causal: bool, scores: jax.Array) -> Any:
    masks = [] if mask is None else [mask]
    if is_causal:
        lower = jnp.tril(jnp.ones(scores.shape[-2:], dtype=scores.dtype))
        masks.append(jnp.broadcast_to(lower, scores.shape if mask is None else mask.shape))
    return combine_masks(*masks, dtype=scores.dtype)


def dot_product_attention_weights(
    query: jax.Array,
    key: jax.Array,
    bias: jax.Array | None = None,
    mask: jax.Array | None = None,
    broadcast_dropout: bool = True,
    dropout_rng: jax.Array | None = None,
    dropout_rate: float = 0.0,
    deterministic: bool = False,
    dtype: Any = None,
    precision: Any = None,
    module: Any = None,
    promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
    is_causal: bool = False,
) -> jax.Array:
    """Softmax of the scores: ``(batch..., heads, q_length, kv_length)``.

    ``query`` and ``key`` are ``(batch..., length, heads, depth)``. Where ``mask`` is False the
    weight is 0. ``module`` records the weights as ``attention_weights``.
    """
    query, key = promote_dtype((query, key), dtype=dtype)
    dtype = query.dtype
    _validate("q, k", query, key)
    if query.shape[-1] != key.shape[-1]:
        raise ValueError(f"q, k depths must match, but got {query.shape[-1]} and {key.shape[-1]}.")
    weights = _scores(query, key, precision)
    if bias is not None:
        weights = weights + bias
    combined = _mask_of(mask, is_causal, weights)
    if combined is not None:
        weights = jnp.where(combined, weights, jnp.finfo(dtype).min)
    weights = jax.nn.softmax(weights).astype(dtype)
    if module is not None:
        module.sow(Intermediate, "attention_weights", weights)
    if not deterministic and dropout_rate > 0.0:
        keep = 1.0 - dropout_rate
        shape = weights.shape
        if broadcast_dropout:
            shape = (1,) * (key.ndim - 2) + weights.shape[-2:]
        kept = random.bernoulli(dropout_rng, keep, shape)  # type: ignore[arg-type]
        weights = weights * (kept.astype(dtype) / jnp.asarray(keep, dtype=dtype))
    return weights


def _weighted_sum(weights: jax.Array, value: jax.Array, precision: Any) -> jax.Array:
    heads, value_heads = weights.shape[-3], value.shape[-2]
    if heads % value_heads != 0:
        raise ValueError(f"Query heads ({heads}) must be multiple of Value heads ({value_heads})")
    return _heads_first(_matmul(weights, _heads_first(value), precision))


def dot_product_attention(
    query: jax.Array,
    key: jax.Array,
    value: jax.Array,
    bias: jax.Array | None = None,
    mask: jax.Array | None = None,
    broadcast_dropout: bool = True,
    dropout_rng: jax.Array | None = None,
    dropout_rate: float = 0.0,
    deterministic: bool = False,
    dtype: Any = None,
    precision: Any = None,
    module: Any = None,
    promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
    is_causal: bool = False,
) -> jax.Array:
    """Values weighted by attention: ``(batch..., q_length, heads, v_depth)``."""
    query, key, value = promote_dtype((query, key, value), dtype=dtype)
    _validate("q, k, v", query, key, value)
    if key.shape[-3] != value.shape[-3]:
        raise ValueError(f"k, v lengths must match, but got {key.shape[-3]} and {value.shape[-3]}.")
    weights = dot_product_attention_weights(
        query,
        key,
        bias,
        mask,
        broadcast_dropout,
        dropout_rng,
        dropout_rate,
        deterministic,
        query.dtype,
        precision,
        module,
        promote_dtype,
        is_causal,
    )
    return _weighted_sum(weights, value, precision)


def make_attention_mask(
    query_input: jax.Array,
    key_input: jax.Array,
    pairwise_fn: Callable[..., Any] = jnp.multiply,
    extra_batch_dims: int = 0,
    dtype: Any = jnp.float32,
) -> jax.Array:
    """``pairwise_fn`` of each query and key: ``(batch..., 1, q_length, kv_length)``."""
    pairs = pairwise_fn(jnp.expand_dims(query_input, axis=-1), jnp.expand_dims(key_input, axis=-2))
    pairs = jnp.expand_dims(pairs, axis=-3)
    return pairs.reshape((1,) * extra_batch_dims + pairs.shape).astype(dtype)


def make_causal_mask(x: jax.Array, extra_batch_dims: int = 0, dtype: Any = jnp.float32) -> jax.Array:
    """The mask that lets each position of ``(batch..., length)`` see itself and those before."""
    positions = jnp.broadcast_to(jnp.arange(x.shape[-1], dtype=jnp.int32), x.shape)
    return make_attention_mask(positions, positions, jnp.greater_equal, extra_batch_dims, dtype)


def combine_masks(*masks: jax.Array | None, dtype: Any = jnp.float32) -> Any:
    """The conjunction of those masks that are not None; None if there are none."""
    present = [m for m in masks if m is not None]
    if not present:
        return None
    if any(m.ndim != present[0].ndim for m in present):
        ranks = tuple(m.ndim for m in present)
        raise ValueError(f"masks must have same rank, but got {ranks}.")
    combined = present[0]
    for mask in present[1:]:
        combined = jnp.logical_and(combined, mask)
    return combined.astype(dtype)
