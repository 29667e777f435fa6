"""Layers that standardise their inputs."""

from collections.abc import Sequence
from typing import Any

import jax.numpy as jnp
from flax.linen._statistics import absolute_axes, normalized, statistics
from flax.linen.initializers import Initializer
from flax.linen.module import Module, compact, merge_param
from jax.nn.initializers import ones, zeros


class BatchNorm(Module):
    """Standardises each feature over the batch, then scales and shifts it.

    Parameters `scale` and `bias`, and in the collection `batch_stats` the running `mean` and `var`, all
    of the features' shape. While training, `apply(…, mutable=["batch_stats"])` returns the new ones.
    use_running_average (here or at call time): use the running statistics instead of the batch's.
    """

    use_running_average: bool | None = None
    axis: int = -1
    momentum: float = 0.99
    epsilon: float = 1e-5
    dtype: Any = None
    param_dtype: Any = jnp.float32
    use_bias: bool = True
    use_scale: bool = True
    bias_init: Initializer = zeros
    scale_init: Initializer = ones
    axis_name: str | None = None
    axis_index_groups: Any = None
    use_fast_variance: bool = True
    force_float32_reductions: bool = True

    @compact
    def __call__(self, x: Any, use_running_average: bool | None = None, *, mask: Any = None) -> Any:
        """The standardised `x`, of its shape. `mask` picks what counts for the statistics."""
        running = merge_param("use_running_average", self.use_running_average, use_running_average)
        features = absolute_axes(x.ndim, self.axis)
        reduced = tuple(a for a in range(x.ndim) if a not in features)
        shape = tuple(x.shape[a] for a in features)
        dtype = jnp.float32 if self.force_float32_reductions else self.param_dtype
        old_mean = self.variable("batch_stats", "mean", lambda s: jnp.zeros(s, dtype), shape)
        old_var = self.variable("batch_stats", "var", lambda s: jnp.ones(s, dtype), shape)
        if running:
            mean, var = old_mean.value, old_var.value
            if not self.force_float32_reductions:
                mean, var = jnp.asarray(mean, dtype), jnp.asarray(var, dtype)
        else:
            mean, var = statistics(self, x, reduced, mask)
            if not self.is_initializing():
                rest = 1 - self.momentum
                old_mean.value = self.momentum * old_mean.value + rest * mean
                old_var.value = self.momentum * old_var.value + rest * var
        return normalized(self, x, mean, var, reduced, features)


class LayerNorm(Module):
    """Standardises each example over its features, then scales and shifts it.

    Parameters `scale` and `bias` of the shape of `feature_axes`.
    """

    epsilon: float = 1e-6
    dtype: Any = None
    param_dtype: Any = jnp.float32
    use_bias: bool = True
    use_scale: bool = True
    bias_init: Initializer = zeros
    scale_init: Initializer = ones
    reduction_axes: int | Sequence[int] = -1
    feature_axes: int | Sequence[int] = -1
    axis_name: str | None = None
    axis_index_groups: Any = None
    use_fast_variance: bool = True
    force_float32_reductions: bool = True

    @compact
    def __call__(self, x: Any, *, mask: Any = None) -> Any:
        """The standardised `x`, of its shape."""
        mean, var = statistics(self, x, self.reduction_axes, mask)
        return normalized(self, x, mean, var, self.reduction_axes, self.feature_axes)


class RMSNorm(Module):
    """Divides each example by the root of the mean of its squares, then scales it.

    Parameter `scale` of the shape of `feature_axes`.
    """

    epsilon: float = 1e-6
    dtype: Any = None
    param_dtype: Any = jnp.float32
    use_scale: bool = True
    scale_init: Initializer = ones
    reduction_axes: int | Sequence[int] = -1
    feature_axes: int | Sequence[int] = -1
    axis_name: str | None = None
    axis_index_groups: Any = None
    use_fast_variance: bool = True
    force_float32_reductions: bool = True

    @compact
    def __call__(self, x: Any, *, mask: Any = None) -> Any:
        """The scaled `x`, of its shape."""
        mean, var = statistics(self, x, self.reduction_axes, mask, use_mean=False)
        return normalized(self, x, mean, var, self.reduction_axes, self.feature_axes)


class GroupNorm(Module):
    """Standardises each example over groups of its features, then scales and shifts it.

    Either `num_groups` or `group_size` (then with `num_groups=None`). ValueError if the features can't
    be divided so. Parameters `scale` and `bias` of shape (features,).
    """

    num_groups: int | None = 32
    group_size: int | None = None
    epsilon: float = 1e-6
    dtype: Any = None
    param_dtype: Any = jnp.float32
    use_bias: bool = True
    use_scale: bool = True
    bias_init: Initializer = zeros
    scale_init: Initializer = ones
    reduction_axes: int | Sequence[int] | None = None
    axis_name: str | None = None
    axis_index_groups: Any = None
    use_fast_variance: bool = True
    force_float32_reductions: bool = True

    @compact
    def __call__(self, x: Any, *, mask: Any = None) -> Any:
        """The standardised `x`, of its shape; the features are the last axis."""
        wanted: Any = self.reduction_axes
        if wanted is None:
            wanted = [*range(1, x.ndim - 1), -1]
        reduced = absolute_axes(x.ndim, wanted)
        if reduced[-1] != x.ndim - 1:
            raise ValueError(
                "The reduction axes must include the final dimension as this is assumed to be the feature axis."
            )
        groups = self._groups(x.shape[-1])
        size = x.shape[-1] // groups
        if mask is not None:
            mask = mask.reshape((*mask.shape[:-1], groups, size))
        grouped = x.reshape((*x.shape[:-1], groups, size))
        mean, var = statistics(self, grouped, [*reduced[:-1], -1], mask)
        mean, var = jnp.repeat(mean, size, axis=-1), jnp.repeat(var, size, axis=-1)
        return normalized(self, x, mean, var, reduced[:-1], (-1,))

    def _groups(self, channels: int) -> int:
        if (self.num_groups is None) == (self.group_size is None):
            raise ValueError(
                "Either `num_groups` or `group_size` should be specified. If `group_size` is to be "
                "specified, pass `num_groups=None` as argument to override the default `num_groups` "
                "value of 32."
            )
        if self.group_size is None:
            groups = self.num_groups or 0
        else:
            if channels % self.group_size:
                raise ValueError(
                    f"Number of channels ({channels}) is not multiple of the group size ({self.group_size})."
                )
            groups = channels // self.group_size
        if groups <= 0 or channels % groups:
            raise ValueError(f"Number of groups ({groups}) does not divide the number of channels ({channels}).")
        return groups


class InstanceNorm(Module):
    """Standardises each feature of each example over the axes between batch and features.

    Parameters `scale` and `bias` of the shape of `feature_axes`. ValueError if these include axis 0.
    """

    epsilon: float = 1e-6
    dtype: Any = None
    param_dtype: Any = jnp.float32
    use_bias: bool = True
    use_scale: bool = True
    bias_init: Initializer = zeros
    scale_init: Initializer = ones
    feature_axes: int | Sequence[int] = -1
    axis_name: str | None = None
    axis_index_groups: Any = None
    use_fast_variance: bool = True
    force_float32_reductions: bool = True

    @compact
    def __call__(self, x: Any, *, mask: Any = None) -> Any:
        """The standardised `x`, of its shape."""
        features = absolute_axes(x.ndim, self.feature_axes)
        if 0 in features:
            raise ValueError(
                "The channel axes cannot include the leading dimension as this is assumed to be the batch axis."
            )
        reduced = tuple(a for a in range(1, x.ndim) if a not in features)
        mean, var = statistics(self, x, reduced, mask)
        return normalized(self, x, mean, var, reduced, features)
