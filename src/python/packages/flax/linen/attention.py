"""Attention with several heads."""

import functools
import inspect
import warnings
from collections.abc import Callable
from typing import Any

import jax.numpy as jnp
from flax.linen._dot_product import combine_masks as combine_masks
from flax.linen._dot_product import dot_product_attention as dot_product_attention
from flax.linen._dot_product import dot_product_attention_weights as dot_product_attention_weights
from flax.linen._dot_product import make_attention_mask as make_attention_mask
from flax.linen._dot_product import make_causal_mask as make_causal_mask
from flax.linen.initializers import Initializer, zeros_init
from flax.linen.linear import DenseGeneral, default_kernel_init
from flax.linen.module import Module, compact, merge_param
from flax.linen.normalization import LayerNorm
from jax import lax


class MultiHeadDotProductAttention(Module):
    """Attends from queries to keys and values with `num_heads` heads.

    Submodules `query`, `key`, `value` (to heads × features per head) and `out` (back to
    `out_features`). With `decode=True` keys and values are kept in the collection `cache`, one position
    a call.
    """

    num_heads: int
    dtype: Any = None
    param_dtype: Any = jnp.float32
    qkv_features: int | None = None
    out_features: int | None = None
    broadcast_dropout: bool = True
    dropout_rate: float = 0.0
    deterministic: bool | None = None
    precision: Any = None
    kernel_init: Initializer = default_kernel_init
    out_kernel_init: Initializer | None = None
    bias_init: Initializer = zeros_init()
    out_bias_init: Initializer | None = None
    use_bias: bool = True
    attention_fn: Callable[..., Any] = dot_product_attention
    decode: bool = False
    normalize_qk: bool = False
    force_fp32_for_softmax: bool = False
    qkv_dot_general: Callable[..., Any] | None = None
    out_dot_general: Callable[..., Any] | None = None
    qkv_dot_general_cls: Any = None
    out_dot_general_cls: Any = None
    qk_attn_weights_einsum_cls: Any = None
    attn_weights_value_einsum_cls: Any = None

    @compact
    def __call__(
        self,
        inputs_q: Any,
        inputs_k: Any = None,
        inputs_v: Any = None,
        *,
        inputs_kv: Any = None,
        mask: Any = None,
        deterministic: bool | None = None,
        dropout_rng: Any = None,
        sow_weights: bool = False,
    ) -> Any:
        """The attended values for queries of shape (batch…, length, features).

        inputs_k: the queries unless given; inputs_v: the keys unless given. mask: broadcastable to
        (batch…, heads, length of queries, length of keys). sow_weights: collects the weights in
        `intermediates`.
        """
        inputs_k, inputs_v = _keys_and_values(inputs_q, inputs_k, inputs_v, inputs_kv)
        width = self.qkv_features or inputs_q.shape[-1]
        assert width % self.num_heads == 0, (
            f"Memory dimension ({width}) must be divisible by number of heads ({self.num_heads})."
        )
        shared = {
            "dtype": self.dtype,
            "param_dtype": self.param_dtype,
            "use_bias": self.use_bias,
            "precision": self.precision,
        }
        project = functools.partial(
            DenseGeneral,
            features=(self.num_heads, width // self.num_heads),
            kernel_init=self.kernel_init,
            bias_init=self.bias_init,
            dot_general=self.qkv_dot_general,
            dot_general_cls=self.qkv_dot_general_cls,
            **shared,
        )
        query = project(name="query")(inputs_q)
        key = project(name="key")(inputs_k)
        value = project(name="value")(inputs_v)
        if self.normalize_qk:
            norm = functools.partial(LayerNorm, use_bias=False, dtype=self.dtype, param_dtype=self.param_dtype)
            query, key = norm(name="query_ln")(query), norm(name="key_ln")(key)
        if self.decode:
            key, value, mask = self._from_cache(query, key, value, mask)
        attended = self._attend(query, key, value, mask, deterministic, dropout_rng, sow_weights)
        return DenseGeneral(
            features=self.out_features or inputs_q.shape[-1],
            axis=(-2, -1),
            kernel_init=self.out_kernel_init or self.kernel_init,
            bias_init=self.out_bias_init or self.bias_init,
            dot_general=self.out_dot_general,
            dot_general_cls=self.out_dot_general_cls,
            name="out",
            **shared,
        )(attended)

    def _attend(
        self,
        query: Any,
        key: Any,
        value: Any,
        mask: Any,
        deterministic: bool | None,
        dropout_rng: Any,
        sow_weights: bool,
    ) -> Any:
        still = True
        if self.dropout_rate > 0.0:
            still = merge_param("deterministic", self.deterministic, deterministic)
            if not still and dropout_rng is None:
                dropout_rng = self.make_rng("dropout")
        weights_cls, values_cls = (
            self.qk_attn_weights_einsum_cls,
            self.attn_weights_value_einsum_cls,
        )
        options = {
            "mask": mask,
            "dropout_rng": dropout_rng,
            "dropout_rate": self.dropout_rate,
            "broadcast_dropout": self.broadcast_dropout,
            "deterministic": still,
            "dtype": self.dtype,
            "precision": self.precision,
            "force_fp32_for_softmax": self.force_fp32_for_softmax,
            "qk_attn_weights_einsum": weights_cls() if weights_cls else None,
            "attn_weights_value_einsum": values_cls() if values_cls else None,
        }
        understood = inspect.signature(self.attention_fn).parameters
        options = {k: v for k, v in options.items() if k in understood}
        if sow_weights:
            options["module"] = self
        return self.attention_fn(query, key, value, **options)

    def _from_cache(self, query: Any, key: Any, value: Any, mask: Any) -> tuple[Any, Any, Any]:
        """Keys, values and mask of all positions so far; the first call only makes the cache."""
        filled = self.has_variable("cache", "cached_key")
        keys = self.variable("cache", "cached_key", jnp.zeros, key.shape, key.dtype)
        values = self.variable("cache", "cached_value", jnp.zeros, value.shape, value.dtype)
        index = self.variable("cache", "cache_index", lambda: jnp.array(0, dtype=jnp.int32))
        if not filled:
            return key, value, mask
        *batch, length, heads, depth = keys.value.shape
        expected = (*batch, 1, heads, depth)
        if expected != tuple(query.shape):
            raise ValueError(
                f"Autoregressive cache shape error, expected query shape {expected} instead got {query.shape}."
            )
        now = index.value
        zero = jnp.array(0, dtype=now.dtype)
        start = (zero,) * len(batch) + (now, zero, zero)
        keys.value = key = lax.dynamic_update_slice(keys.value, key, start)
        values.value = value = lax.dynamic_update_slice(values.value, value, start)
        index.value = now + 1
        past = jnp.broadcast_to(jnp.arange(length) <= now, (*batch, 1, 1, length))
        return key, value, combine_masks(mask, past)


class MultiHeadAttention(MultiHeadDotProductAttention):
    """Another name of MultiHeadDotProductAttention."""


class SelfAttention(MultiHeadDotProductAttention):
    """Attention of a sequence to itself. Deprecated in Flax; it warns so."""

    @compact
    def __call__(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        inputs_q: Any,
        mask: Any = None,
        deterministic: bool | None = None,
        dropout_rng: Any = None,
        sow_weights: bool = False,
    ) -> Any:
        """The attended values for a sequence of shape (batch…, length, features)."""
        warnings.warn(
            "SelfAttention will be deprecated soon. Use "
            "`MultiHeadDotProductAttention.__call__(inputs_q)` instead. See "
            "https://github.com/google/flax/discussions/3389 for more information.",
            DeprecationWarning,
            stacklevel=2,
        )
        return super().__call__(
            inputs_q,
            mask=mask,
            deterministic=deterministic,
            dropout_rng=dropout_rng,
            sow_weights=sow_weights,
        )


def _keys_and_values(query: Any, key: Any, value: Any, both: Any) -> tuple[Any, Any]:
    """What keys and values are made from. ValueError if that is ambiguous."""
    if both is not None:
        if key is not None or value is not None:
            raise ValueError(
                "If either `inputs_k` or `inputs_v` is not None, `inputs_kv` must be None. If "
                "`inputs_kv` is not None, both `inputs_k` and `inputs_v` must be None. We recommend using "
                "`inputs_k` and `inputs_v` args, since `inputs_kv` will be deprecated soon. See "
                "https://github.com/google/flax/discussions/3389 for more information."
            )
        return both, both
    if key is None:
        if value is not None:
            raise ValueError(
                "`inputs_k` cannot be None if `inputs_v` is not None. To have both `inputs_k` and "
                "`inputs_v` be the same value, pass in the value to `inputs_k` and leave `inputs_v` as "
                "None."
            )
        key = query
    return key, key if value is None else value
