"""GroupNorm and InstanceNorm: normalization within one example, over groups of channels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.module import Module
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.parts import draw_optional, value_of
from flax.nnx.nn.statistics import canonicalize_axes, compute_stats, normalize

_ZEROS, _ONES = initializers.zeros_init(), initializers.ones_init()
_NO_METADATA: Mapping[str, Any] = MappingProxyType({})


def _groups(features: int, num_groups: Any, group_size: Any) -> tuple[int, int]:
    """Number and size of the groups; ValueError unless exactly one is given and divides."""
    if (num_groups is None) == (group_size is None):
        raise ValueError(
            "Either `num_groups` or `group_size` should be specified. If `group_size` is to be "
            "specified, pass `num_groups=None` as argument to override the default `num_groups` "
            "value of 32."
        )
    if group_size is not None:
        if features % group_size != 0:
            raise ValueError(f"Number of features ({features}) is not multiple of the group size ({group_size}).")
        return features // group_size, group_size
    if not isinstance(num_groups, int) or num_groups <= 0 or features % num_groups != 0:
        raise ValueError(f"Number of groups ({num_groups}) does not divide the number of channels ({features}).")
    return num_groups, features // num_groups


class GroupNorm(Module):
    """Normalizes each example over groups of channels."""

    def __init__(
        self,
        num_features: int,
        num_groups: int | None = 32,
        group_size: int | None = None,
        *,
        epsilon: float = 1e-6,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        use_bias: bool = True,
        use_scale: bool = True,
        bias_init: Callable[..., Any] = _ZEROS,
        scale_init: Callable[..., Any] = _ONES,
        reduction_axes: Any = None,
        axis_name: str | None = None,
        axis_index_groups: Any = None,
        use_fast_variance: bool = True,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        rngs: Any,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
        scale_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        self.feature_axis = -1
        self.num_groups, self.group_size = _groups(num_features, num_groups, group_size)
        shape = (num_features,)
        self.scale = draw_optional(use_scale, scale_init, rngs, shape, param_dtype, scale_metadata)
        self.bias = draw_optional(use_bias, bias_init, rngs, shape, param_dtype, bias_metadata)
        self.epsilon = epsilon
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.use_bias = use_bias
        self.use_scale = use_scale
        self.reduction_axes = reduction_axes
        self.axis_name = axis_name
        self.axis_index_groups = axis_index_groups
        self.use_fast_variance = use_fast_variance
        self.promote_dtype = promote_dtype

    def _per_channel(self, stat: jax.Array) -> jax.Array:
        """Numbers of groups, ``(batch, groups)``, repeated for each of their channels."""
        shape = (*stat.shape, self.group_size)
        return jnp.broadcast_to(stat[..., None], shape).reshape((*stat.shape[:-1], -1))

    def __call__(self, x: jax.Array, *, mask: jax.Array | None = None) -> jax.Array:
        chosen = self.reduction_axes
        axes = canonicalize_axes(x.ndim, (*range(1, x.ndim - 1), -1) if chosen is None else chosen)
        groups = (self.num_groups, self.group_size)
        if mask is not None:
            mask = mask.reshape(mask.shape[:-1] + groups)
        params = (x, value_of(self.scale), value_of(self.bias))
        x, scale, bias = self.promote_dtype(params, dtype=self.dtype)
        mean, var = compute_stats(
            x.reshape(x.shape[:-1] + groups),
            (*axes[:-1], -1),
            self.dtype,
            self.axis_name,
            self.axis_index_groups,
            use_fast_variance=self.use_fast_variance,
            mask=mask,
        )
        mean, var = self._per_channel(mean), self._per_channel(var)
        feature = (self.feature_axis,)
        return normalize(x, mean, var, scale, bias, axes[:-1], feature, self.dtype, self.epsilon)


class InstanceNorm(Module):
    """Normalizes each example channel by channel."""

    def __init__(
        self,
        num_features: int,
        *,
        epsilon: float = 1e-6,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        use_bias: bool = True,
        use_scale: bool = True,
        bias_init: Callable[..., Any] = initializers.zeros,
        scale_init: Callable[..., Any] = initializers.ones,
        feature_axes: Any = -1,
        axis_name: str | None = None,
        axis_index_groups: Any = None,
        use_fast_variance: bool = True,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        rngs: Any,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
        scale_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        shape = (num_features,)
        self.scale = draw_optional(use_scale, scale_init, rngs, shape, param_dtype, scale_metadata)
        self.bias = draw_optional(use_bias, bias_init, rngs, shape, param_dtype, bias_metadata)
        self.num_features = num_features
        self.epsilon = epsilon
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.use_bias = use_bias
        self.use_scale = use_scale
        self.feature_axes = feature_axes
        self.axis_name = axis_name
        self.axis_index_groups = axis_index_groups
        self.use_fast_variance = use_fast_variance
        self.promote_dtype = promote_dtype

    def __call__(self, x: jax.Array, *, mask: jax.Array | None = None) -> jax.Array:
        features = canonicalize_axes(x.ndim, self.feature_axes)
        if 0 in features:
            raise ValueError(
                "The channel axes cannot include the leading dimension as this is assumed to be the batch axis."
            )
        axes = [i for i in range(1, x.ndim) if i not in features]
        params = (x, value_of(self.scale), value_of(self.bias))
        x, scale, bias = self.promote_dtype(params, dtype=self.dtype)
        mean, var = compute_stats(
            x,
            axes,
            self.dtype,
            self.axis_name,
            self.axis_index_groups,
            use_fast_variance=self.use_fast_variance,
            mask=mask,
        )
        return normalize(x, mean, var, scale, bias, axes, features, self.dtype, self.epsilon)
