"""Scaled dot-product attention and its masks."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from flax.linen.dtypes import promote_dtype


def dot_product_attention_weights(
    query: Any,
    key: Any,
    bias: Any = None,
    mask: Any = None,
    broadcast_dropout: bool = True,
    dropout_rng: Any = None,
    dropout_rate: float = 0.0,
    deterministic: bool = False,
    dtype: Any = None,
    precision: Any = None,
    module: Any = None,
    force_fp32_for_softmax: bool = False,
    einsum: Callable[..., Any] | None = None,
) -> Any:
    """How much each query attends to each key: softmax(query · key / √depth).

    query: (batch…, q_length, heads, depth), key: (batch…, k_length, heads, depth); the result has shape
    (batch…, heads, q_length, k_length). bias is added before the softmax; where mask is False the
    weight is zero.
    """
    query, key = promote_dtype(query, key, dtype=dtype)
    dtype = query.dtype
    assert query.ndim == key.ndim, "q, k must have same rank."
    assert query.shape[:-3] == key.shape[:-3], "q, k batch dims must match."
    assert query.shape[-2] == key.shape[-2], "q, k num_heads must match."
    assert query.shape[-1] == key.shape[-1], "q, k depths must match."
    query = query / jnp.sqrt(query.shape[-1]).astype(dtype)
    if einsum is None:
        heads, other = jnp.swapaxes(query, -3, -2), jnp.swapaxes(key, -3, -2)
        scores = jnp.matmul(heads, jnp.swapaxes(other, -2, -1), precision=precision)
    else:
        scores = einsum("...qhd,...khd->...hqk", query, key)
    if bias is not None:
        scores = scores + bias
    if mask is not None:
        scores = jnp.where(mask, scores, jnp.finfo(dtype).min)
    if force_fp32_for_softmax and dtype != jnp.float32:
        weights = jax.nn.softmax(scores.astype(jnp.float32))
    else:
        weights = jax.nn.softmax(scores).astype(dtype)
    if module is not None:
        module.sow("intermediates", "attention_weights", weights)
    if not deterministic and dropout_rate > 0.0:
        keep = 1.0 - dropout_rate
        shape = tuple(weights.shape)
        if broadcast_dropout:
            shape = (1,) * (key.ndim - 2) + shape[-2:]
        kept = jax.random.bernoulli(dropout_rng, keep, shape)
        weights = weights * (kept.astype(dtype) / jnp.asarray(keep, dtype=dtype))
    return weights


def dot_product_attention(
    query: Any,
    key: Any,
    value: Any,
    bias: Any = None,
    mask: Any = None,
    broadcast_dropout: bool = True,
    dropout_rng: Any = None,
    dropout_rate: float = 0.0,
    deterministic: bool = False,
    dtype: Any = None,
    precision: Any = None,
    module: Any = None,
    force_fp32_for_softmax: bool = False,
    qk_attn_weights_einsum: Callable[..., Any] | None = None,
    attn_weights_value_einsum: Callable[..., Any] | None = None,
) -> Any:
    """The values, weighted by `dot_product_attention_weights`.

    value: (batch…, k_length, heads, depth); the result has shape (batch…, q_length, heads, depth).
    """
    query, key, value = promote_dtype(query, key, value, dtype=dtype)
    assert key.ndim == query.ndim == value.ndim, "q, k, v must have same rank."
    assert query.shape[:-3] == key.shape[:-3] == value.shape[:-3], "q, k, v batch dims must match."
    assert query.shape[-2] == key.shape[-2] == value.shape[-2], "q, k, v num_heads must match."
    assert key.shape[-3] == value.shape[-3], "k, v lengths must match."
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
        force_fp32_for_softmax,
        qk_attn_weights_einsum,
    )
    if attn_weights_value_einsum is not None:
        return attn_weights_value_einsum("...hqk,...khd->...qhd", weights, value)
    heads = jnp.matmul(weights, jnp.swapaxes(value, -3, -2), precision=precision)
    return jnp.swapaxes(heads, -3, -2)


def make_attention_mask(
    query_input: Any,
    key_input: Any,
    pairwise_fn: Callable[..., Any] = jnp.multiply,
    extra_batch_dims: int = 0,
    dtype: Any = jnp.float32,
) -> Any:
    """A mask (batch…, 1, q_length, k_length) from marks of positions, paired by `pairwise_fn`."""
    mask = pairwise_fn(jnp.expand_dims(query_input, axis=-1), jnp.expand_dims(key_input, axis=-2))
    mask = jnp.expand_dims(mask, axis=-3)
    for _ in range(extra_batch_dims):
        mask = jnp.expand_dims(mask, axis=0)
    return mask.astype(dtype)


def make_causal_mask(x: Any, extra_batch_dims: int = 0, dtype: Any = jnp.float32) -> Any:
    """A mask (batch…, 1, length, length) that hides later positions, for `x` (batch…, length)."""
    places = jnp.broadcast_to(jnp.arange(x.shape[-1], dtype=jnp.int32), x.shape)
    return make_attention_mask(places, places, jnp.greater_equal, extra_batch_dims, dtype)


def combine_masks(*masks: Any, dtype: Any = jnp.float32) -> Any:
    """The mask that holds where all masks do; None if all are None."""
    given = [m for m in masks if m is not None]
    if not given:
        return None
    ranks = tuple(m.ndim for m in given)
    assert len(set(ranks)) == 1, f"masks must have same rank: {ranks}"
    combined = given[0]
    for mask in given[1:]:
        combined = jnp.logical_and(combined, mask)
    return combined.astype(dtype)
