"""Multi-head attention."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx import rnglib
from flax.nnx.module import Module, first_from
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.attention_functions import combine_masks, dot_product_attention
from flax.nnx.nn.linear import LinearGeneral, default_kernel_init
from flax.nnx.nn.normalization import LayerNorm
from flax.nnx.pytree_fields import data
from flax.nnx.variablelib import Cache

_NO_METADATA: Mapping[str, Any] = MappingProxyType({})


def _missing(name: str, indent: int) -> str:
    return (
        f"No `{name}` argument was provided to MultiHeadAttention\n"
        f"{' ' * indent}as either a __call__ argument, class attribute, or nnx.flag."
    )


class MultiHeadAttention(Module):
    """Attention with learned projections of queries, keys, values and outputs.

    Inputs are ``(batch..., length, in_features)``, outputs ``(batch..., q_length,
    out_features)``. ``decode=True`` goes through a sequence one position a call, with the keys
    and values of earlier calls kept in Caches (:meth:`init_cache` first).
    """

    def __init__(
        self,
        num_heads: int,
        in_features: int,
        qkv_features: int | None = None,
        out_features: int | None = None,
        num_kv_heads: int | None = None,
        in_kv_features: int | None = None,
        *,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        broadcast_dropout: bool = True,
        dropout_rate: float = 0.0,
        deterministic: bool | None = None,
        precision: Any = None,
        kernel_init: Callable[..., Any] = default_kernel_init,
        out_kernel_init: Callable[..., Any] | None = None,
        bias_init: Callable[..., Any] = initializers.zeros,
        out_bias_init: Callable[..., Any] | None = None,
        use_bias: bool = True,
        attention_fn: Callable[..., Any] = dot_product_attention,
        decode: bool | None = None,
        normalize_qk: bool = False,
        qkv_promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        out_promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        ln_promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        qkv_dot_general: Callable[..., Any] | None = None,
        out_dot_general: Callable[..., Any] | None = None,
        qkv_dot_general_cls: Any = None,
        out_dot_general_cls: Any = None,
        rngs: Any,
        keep_rngs: bool = True,
        kernel_metadata: Mapping[str, Any] = _NO_METADATA,
        out_kernel_metadata: Mapping[str, Any] = _NO_METADATA,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
        out_bias_metadata: Mapping[str, Any] = _NO_METADATA,
        query_ln_scale_metadata: Mapping[str, Any] = _NO_METADATA,
        key_ln_scale_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        self.num_heads = num_heads
        self.in_features = in_features
        self.qkv_features = in_features if qkv_features is None else qkv_features
        self.out_features = in_features if out_features is None else out_features
        self.in_kv_features = in_features if in_kv_features is None else in_kv_features
        self.num_kv_heads = num_heads if num_kv_heads is None else num_kv_heads
        if num_heads % self.num_kv_heads != 0:
            raise ValueError(f"num_heads ({num_heads}) must be divisible by num_kv_heads ({self.num_kv_heads}).")
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.broadcast_dropout = broadcast_dropout
        self.dropout_rate = dropout_rate
        self.deterministic = deterministic
        self.precision = precision
        self.use_bias = use_bias
        self.attention_fn = attention_fn
        self.decode = decode
        self.normalize_qk = normalize_qk
        self.qkv_promote_dtype = qkv_promote_dtype
        self.out_promote_dtype = out_promote_dtype
        self.ln_promote_dtype = ln_promote_dtype
        self.qkv_dot_general = qkv_dot_general
        self.out_dot_general = out_dot_general
        self.qkv_dot_general_cls = qkv_dot_general_cls
        self.out_dot_general_cls = out_dot_general_cls
        if self.qkv_features % num_heads != 0:
            raise ValueError(
                f"Memory dimension ({self.qkv_features}) must be divisible by 'num_heads' heads ({num_heads})."
            )
        self.head_dim = self.qkv_features // num_heads
        common = functools.partial(
            LinearGeneral,
            dtype=dtype,
            param_dtype=param_dtype,
            use_bias=use_bias,
            precision=precision,
            rngs=rngs,
        )
        project = functools.partial(
            common,
            kernel_init=kernel_init,
            bias_init=bias_init,
            promote_dtype=qkv_promote_dtype,
            dot_general=qkv_dot_general,
            dot_general_cls=qkv_dot_general_cls,
            kernel_metadata=kernel_metadata,
            bias_metadata=bias_metadata,
        )
        self.query = project(in_features, (num_heads, self.head_dim))
        self.key = project(self.in_kv_features, (self.num_kv_heads, self.head_dim))
        self.value = project(self.in_kv_features, (self.num_kv_heads, self.head_dim))
        self.query_ln = self._norm(query_ln_scale_metadata, rngs)
        self.key_ln = self._norm(key_ln_scale_metadata, rngs)
        self.out = common(
            (num_heads, self.head_dim),
            self.out_features,
            axis=(-2, -1),
            kernel_init=out_kernel_init or kernel_init,
            bias_init=out_bias_init or bias_init,
            promote_dtype=out_promote_dtype,
            dot_general=out_dot_general,
            dot_general_cls=out_dot_general_cls,
            kernel_metadata=out_kernel_metadata or kernel_metadata,
            bias_metadata=out_bias_metadata or bias_metadata,
        )
        self.rngs = rngs.dropout.fork() if keep_rngs and dropout_rate > 0 else None
        self.cached_key = data(None)
        self.cached_value = data(None)
        self.cache_index = data(None)

    def _norm(self, metadata: Mapping[str, Any], rngs: Any) -> Any:
        if not self.normalize_qk:
            return data(None)
        return LayerNorm(
            self.head_dim,
            use_bias=False,
            dtype=self.dtype,
            param_dtype=self.param_dtype,
            promote_dtype=self.ln_promote_dtype,
            rngs=rngs,
            scale_metadata=metadata,
        )

    def __call__(
        self,
        inputs_q: jax.Array,
        inputs_k: jax.Array | None = None,
        inputs_v: jax.Array | None = None,
        *,
        mask: jax.Array | None = None,
        deterministic: bool | None = None,
        rngs: Any = None,
        sow_weights: bool = False,
        decode: bool | None = None,
        is_causal: bool = False,
        out_sharding: Any = None,
        qkv_sharding: Any = None,
    ) -> jax.Array:
        if inputs_k is None and inputs_v is not None:
            raise ValueError(
                "`inputs_k` cannot be None if `inputs_v` is not None. To have both `inputs_k` and "
                "`inputs_v` be the same value, pass in the value to `inputs_k` and leave "
                "`inputs_v` as None."
            )
        inputs_k = inputs_q if inputs_k is None else inputs_k
        inputs_v = inputs_k if inputs_v is None else inputs_v
        if inputs_q.shape[-1] != self.in_features:
            raise ValueError(
                f"Incompatible input dimension, got {inputs_q.shape[-1]} but module expects {self.in_features}."
            )
        query = self.query(inputs_q, out_sharding=qkv_sharding)
        key = self.key(inputs_k, out_sharding=qkv_sharding)
        value = self.value(inputs_v, out_sharding=qkv_sharding)
        if self.normalize_qk:
            query, key = self.query_ln(query), self.key_ln(key)
        if first_from(decode, self.decode, error_msg=_missing("decode", 8)):
            key, value, mask = self._remember(key, value, mask)
        deterministic, dropout_rng = self._dropout(deterministic, rngs)
        x = self.attention_fn(
            query,
            key,
            value,
            mask=mask,
            dropout_rng=dropout_rng,
            dropout_rate=self.dropout_rate,
            broadcast_dropout=self.broadcast_dropout,
            deterministic=deterministic,
            dtype=self.dtype,
            precision=self.precision,
            module=self if sow_weights else None,
            is_causal=is_causal,
        )
        return self.out(x, out_sharding=out_sharding)

    def _dropout(self, deterministic: bool | None, rngs: Any) -> tuple[bool, Any]:
        """Whether attention is deterministic, and if not the key of its dropout."""
        if self.dropout_rate <= 0.0:
            return True, None
        text = _missing("deterministic", 10)
        if first_from(deterministic, self.deterministic, error_msg=text):
            return True, None
        stream = rngs.dropout if isinstance(rngs, rnglib.Rngs) else rngs
        stream = self.rngs if stream is None else stream
        if stream is None:
            raise ValueError(
                "'rngs' must be provided to __call__ method if MultiHeadAttention instance is "
                "defined with keep_rngs=False."
            )
        return False, stream()

    def _remember(self, key: Any, value: Any, mask: Any) -> tuple[Any, Any, Any]:
        """Put this call's key and value into the caches; all of them, and the mask for them."""
        if self.cached_key is None or self.cached_value is None or self.cache_index is None:
            raise ValueError("Autoregressive cache not initialized, call ``init_cache`` first.")
        *batch, length, heads, depth = self.cached_key.shape
        expected = (*batch, 1, heads, depth)
        if expected != key.shape:
            raise ValueError(
                f"Autoregressive cache shape error, expected key shape {expected} instead got {key.shape}."
            )
        index = self.cache_index[...]
        here = (jnp.arange(length) == index)[:, None, None]
        self.cached_key[...] = jnp.where(here, key, self.cached_key[...])
        self.cached_value[...] = jnp.where(here, value, self.cached_value[...])
        self.cache_index[...] += 1
        seen = jnp.broadcast_to(jnp.arange(length) <= index, (*batch, 1, 1, length))
        return self.cached_key[...], self.cached_value[...], combine_masks(mask, seen)

    def init_cache(self, input_shape: Sequence[int], dtype: Any = jnp.float32) -> None:
        """Make empty caches for inputs of the shape ``(batch..., max_length, features)``."""
        shape = (*input_shape[:-1], self.num_kv_heads, self.head_dim)
        self.cached_key = Cache(jnp.zeros(shape, dtype))
        self.cached_value = Cache(jnp.zeros(shape, dtype))
        self.cache_index = Cache(jnp.array(0, dtype=jnp.int32))

    def set_view(
        self,
        deterministic: bool | None = None,
        decode: bool | None = None,
        batch_size: int | tuple[int, ...] | None = None,
        max_length: int | None = None,
    ) -> None:
        """Change the mode; called by ``nnx.view``. The sizes are those of a cache that is not there yet."""
        if deterministic is not None:
            self.deterministic = deterministic
        if decode is not None:
            self.decode = decode
