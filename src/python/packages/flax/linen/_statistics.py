"""Mean and variance of inputs, and standardising by them."""

from collections.abc import Sequence
from typing import Any

import jax.numpy as jnp
from flax.linen.dtypes import canonicalize_dtype
from jax import lax


def absolute_axes(ndim: int, axes: int | Sequence[int]) -> tuple[int, ...]:
    """Axes as a tuple of numbers from 0 on."""
    wanted = axes if isinstance(axes, Sequence) else (axes,)
    return tuple({ndim + a if a < 0 else a: None for a in wanted})


def statistics(
    layer: Any, x: Any, axes: int | Sequence[int], mask: Any = None, use_mean: bool = True
) -> tuple[Any, Any]:
    """Mean and variance of `x` over `axes`, in float32 or better unless the layer forbids.

    The fast variance is the mean of squares less the square of the mean, at least 0. Without
    `use_mean` the mean is 0 and the variance the mean of squares.
    """
    name = None if layer.is_initializing() else layer.axis_name
    dtype = jnp.result_type(x) if layer.dtype is None else layer.dtype
    if layer.force_float32_reductions:
        dtype = jnp.promote_types(dtype, jnp.float32)
    x = jnp.asarray(x, dtype)
    axes = absolute_axes(x.ndim, axes)
    where: Any = {} if mask is None else {"where": jnp.asarray(mask, dtype=bool)}
    if not use_mean:
        squares = _across(name, jnp.mean(jnp.square(x), axes, **where))
        return jnp.zeros_like(squares), squares
    mean = _across(name, jnp.mean(x, axes, **where))
    if layer.use_fast_variance:
        squares = _across(name, jnp.mean(jnp.square(x), axes, **where))
        return mean, jnp.maximum(0.0, squares - jnp.square(mean))
    centred = x - jnp.reshape(mean, _with_ones(x.shape, axes))
    return mean, _across(name, jnp.mean(jnp.square(centred), axes, **where))


def _across(name: Any, value: Any) -> Any:
    """The mean over the examples of a mapped axis too, where the layer names one."""
    return value if name is None else lax.pmean(value, name)


def _with_ones(shape: Sequence[int], axes: Sequence[int]) -> tuple[int, ...]:
    """The shape with 1 in the places of the axes that were reduced."""
    return tuple(1 if a in axes else size for a, size in enumerate(shape))


def normalized(
    layer: Any,
    x: Any,
    mean: Any,
    var: Any,
    reduced: int | Sequence[int],
    features: int | Sequence[int],
) -> Any:
    """(x - mean) / √(var + epsilon), times the parameter `scale`, plus the parameter `bias`."""
    reduced = absolute_axes(x.ndim, reduced)
    axes = absolute_axes(x.ndim, features)
    spread = tuple(x.shape[a] if a in axes else 1 for a in range(x.ndim))
    shape = tuple(x.shape[a] for a in axes)
    kept = _with_ones(x.shape, reduced)
    y = x - jnp.reshape(mean, kept)
    factor = lax.rsqrt(jnp.reshape(var, kept) + layer.epsilon)
    used = [x]
    if layer.use_scale:
        scale = layer.param("scale", layer.scale_init, shape, layer.param_dtype).reshape(spread)
        factor = factor * scale
        used.append(scale)
    y = y * factor
    if getattr(layer, "use_bias", False):
        bias = layer.param("bias", layer.bias_init, shape, layer.param_dtype).reshape(spread)
        y = y + bias
        used.append(bias)
    return jnp.asarray(y, canonicalize_dtype(*used, dtype=layer.dtype))
