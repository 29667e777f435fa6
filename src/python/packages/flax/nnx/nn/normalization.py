"""Normalization layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.module import Module, first_from
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.parts import draw_optional, value_of
from flax.nnx.nn.statistics import canonicalize_axes, compute_stats, normalize
from flax.nnx.variablelib import BatchStat

_ZEROS, _ONES = initializers.zeros_init(), initializers.ones_init()
_NO_METADATA: Mapping[str, Any] = MappingProxyType({})
_NO_MODE = (
    "No `use_running_average` argument was provided to BatchNorm. Consider one of the following "
    "options:\n\n1. Pass `use_running_average` to the BatchNorm constructor:\n\n"
    "  self.bn = nnx.BatchNorm(..., use_running_average=True/False)\n\n"
    "2. Pass `use_running_average` to the BatchNorm __call__:\n\n"
    "  self.bn(x, use_running_average=True/False)\n\n"
    "3. Use `nnx.view` to create a view of the model with a specific `use_running_average` value:"
    "\n\n  model_view = nnx.view(model, use_running_average=True/False)\n"
)


class BatchNorm(Module):
    """Normalizes over the batch; keeps running statistics for evaluation.

    ``mean`` and ``var`` are BatchStats of shape ``(num_features,)``, moved by
    ``momentum * old + (1 - momentum) * batch`` in every training call.
    """

    def __init__(
        self,
        num_features: int,
        *,
        use_running_average: bool | None = False,
        axis: int = -1,
        momentum: float = 0.99,
        epsilon: float = 1e-5,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        use_bias: bool = True,
        use_scale: bool = True,
        bias_init: Callable[..., Any] = _ZEROS,
        scale_init: Callable[..., Any] = _ONES,
        axis_name: str | None = None,
        axis_index_groups: Any = None,
        use_fast_variance: bool = True,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        rngs: Any,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
        scale_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        shape = (num_features,)
        self.mean = BatchStat(jnp.zeros(shape, jnp.float32))
        self.var = BatchStat(jnp.ones(shape, jnp.float32))
        self.scale = draw_optional(use_scale, scale_init, rngs, shape, param_dtype, scale_metadata)
        self.bias = draw_optional(use_bias, bias_init, rngs, shape, param_dtype, bias_metadata)
        self.num_features = num_features
        self.use_running_average = use_running_average
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.use_bias = use_bias
        self.use_scale = use_scale
        self.axis_name = axis_name
        self.axis_index_groups = axis_index_groups
        self.use_fast_variance = use_fast_variance
        self.promote_dtype = promote_dtype

    def _move(self, stat: BatchStat, batch: jax.Array) -> None:
        moved = self.momentum * stat[...] + (1 - self.momentum) * batch
        stat[...] = jax.lax.stop_gradient(moved)

    def __call__(
        self,
        x: jax.Array,
        use_running_average: bool | None = None,
        *,
        mask: jax.Array | None = None,
    ) -> jax.Array:
        running = first_from(use_running_average, self.use_running_average, error_msg=_NO_MODE)
        features = canonicalize_axes(x.ndim, self.axis)
        reduced = tuple(i for i in range(x.ndim) if i not in features)
        x, mean, var, scale, bias = self.promote_dtype(
            (x, self.mean[...], self.var[...], value_of(self.scale), value_of(self.bias)),
            dtype=self.dtype,
        )
        if not running:
            mean, var = compute_stats(
                x,
                reduced,
                self.dtype,
                self.axis_name,
                self.axis_index_groups,
                use_fast_variance=self.use_fast_variance,
                mask=mask,
            )
            self._move(self.mean, mean)
            self._move(self.var, var)
        return normalize(x, mean, var, scale, bias, reduced, features, self.dtype, self.epsilon)

    def set_view(self, use_running_average: bool | None = None) -> None:
        """Change the mode; called by ``nnx.view``."""
        if use_running_average is not None:
            self.use_running_average = use_running_average


class LayerNorm(Module):
    """Normalizes each example over its features."""

    def __init__(
        self,
        num_features: int,
        *,
        epsilon: float = 1e-6,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        use_bias: bool = True,
        use_scale: bool = True,
        bias_init: Callable[..., Any] = _ZEROS,
        scale_init: Callable[..., Any] = _ONES,
        reduction_axes: Any = -1,
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
        self.reduction_axes = reduction_axes
        self.feature_axes = feature_axes
        self.axis_name = axis_name
        self.axis_index_groups = axis_index_groups
        self.use_fast_variance = use_fast_variance
        self.promote_dtype = promote_dtype

    def __call__(self, x: jax.Array, *, mask: jax.Array | None = None) -> jax.Array:
        params = (x, value_of(self.scale), value_of(self.bias))
        x, scale, bias = self.promote_dtype(params, dtype=self.dtype)
        axes = self.reduction_axes
        mean, var = compute_stats(
            x,
            axes,
            self.dtype,
            self.axis_name,
            self.axis_index_groups,
            use_fast_variance=self.use_fast_variance,
            mask=mask,
        )
        return normalize(x, mean, var, scale, bias, axes, self.feature_axes, self.dtype, self.epsilon)


class RMSNorm(Module):
    """Divides each example by the root of the mean of its squares."""

    def __init__(
        self,
        num_features: int,
        *,
        epsilon: float = 1e-6,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        use_scale: bool = True,
        scale_init: Callable[..., Any] = initializers.ones,
        reduction_axes: Any = -1,
        feature_axes: Any = -1,
        axis_name: str | None = None,
        axis_index_groups: Any = None,
        use_fast_variance: bool = True,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        rngs: Any,
        scale_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        shape = (num_features,)
        self.scale = draw_optional(use_scale, scale_init, rngs, shape, param_dtype, scale_metadata)
        self.num_features = num_features
        self.epsilon = epsilon
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.use_scale = use_scale
        self.reduction_axes = reduction_axes
        self.feature_axes = feature_axes
        self.axis_name = axis_name
        self.axis_index_groups = axis_index_groups
        self.use_fast_variance = use_fast_variance
        self.promote_dtype = promote_dtype

    def __call__(self, x: jax.Array, mask: jax.Array | None = None) -> jax.Array:
        x, scale = self.promote_dtype((x, value_of(self.scale)), dtype=self.dtype)
        axes = self.reduction_axes
        mean, var = compute_stats(
            x,
            axes,
            self.dtype,
            self.axis_name,
            self.axis_index_groups,
            use_mean=False,
            use_fast_variance=self.use_fast_variance,
            mask=mask,
        )
        return normalize(x, mean, var, scale, None, axes, self.feature_axes, self.dtype, self.epsilon)
