"""Convolutions over any number of spatial dimensions, channels last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.module import Module
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.parts import (
    canonicalize_padding,
    draw_optional,
    draw_param,
    given,
    per_dimension,
    value_of,
)

_KERNEL = initializers.lecun_normal()
_ZEROS = initializers.zeros_init()
_NO_METADATA: Mapping[str, Any] = MappingProxyType({})
_WRAPPING = ("CIRCULAR", "REFLECT")


def _masked(kernel: jax.Array, mask: Any, shape: tuple[int, ...]) -> jax.Array:
    if mask is None:
        return kernel
    if mask.shape != shape:
        raise ValueError(f"Mask needs to have the same shape as weights. Shapes are: {mask.shape}, {shape}")
    return kernel * mask


def _one_batch_axis(x: jax.Array, spatial: int) -> tuple[jax.Array, tuple[int, ...] | None]:
    """``x`` with exactly one batch axis, and the batch shape to restore (None if it had one)."""
    batch = x.ndim - (spatial + 1)
    if batch == 1:
        return x, None
    return jnp.reshape(x, (-1, *x.shape[batch:])), x.shape[:batch]


def conv_general_dilated(*args: Any, **kwargs: Any) -> jax.Array:
    """What ``jax.lax.conv_general_dilated`` gives for channels last."""
    from flax.linen._convolve import convolve

    return convolve(*args, **kwargs)


def conv_transpose(*args: Any, **kwargs: Any) -> jax.Array:
    """What ``jax.lax.conv_transpose`` gives for channels last."""
    from flax.linen._convolve import convolve_transposed

    return convolve_transposed(*args, **kwargs)


class Conv(Module):
    """A convolution: inputs ``(batch..., spatial..., in_features)``.

    ``kernel`` has the shape ``(*kernel_size, in_features // feature_group_count,
    out_features)``. ``padding`` is ``"SAME"``, ``"VALID"``, ``"CIRCULAR"``, ``"REFLECT"``,
    ``"CAUSAL"`` (one dimension only), a number or a pair of numbers for each dimension.
    """

    def __init__(
        self,
        in_features: int,
        out_features: int,
        kernel_size: int | Sequence[int],
        strides: int | Sequence[int] | None = 1,
        *,
        padding: Any = "SAME",
        input_dilation: int | Sequence[int] | None = 1,
        kernel_dilation: int | Sequence[int] | None = 1,
        feature_group_count: int = 1,
        use_bias: bool = True,
        mask: jax.Array | None = None,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        precision: Any = None,
        kernel_init: Callable[..., Any] = _KERNEL,
        bias_init: Callable[..., Any] = _ZEROS,
        conv_general_dilated: Callable[..., Any] = conv_general_dilated,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        preferred_element_type: Any = None,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NO_METADATA,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        size = (kernel_size,) if isinstance(kernel_size, int) else tuple(kernel_size)
        self.kernel_shape = (*size, in_features // feature_group_count, out_features)
        self.kernel = draw_param(kernel_init, rngs, self.kernel_shape, param_dtype, kernel_metadata)
        self.bias = draw_optional(use_bias, bias_init, rngs, (out_features,), param_dtype, bias_metadata)
        self.in_features = in_features
        self.out_features = out_features
        self.kernel_size = size
        self.strides = strides
        self.padding = padding
        self.input_dilation = input_dilation
        self.kernel_dilation = kernel_dilation
        self.feature_group_count = feature_group_count
        self.use_bias = use_bias
        self.mask = mask
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.precision = precision
        self.conv_general_dilated = conv_general_dilated
        self.promote_dtype = promote_dtype
        self.preferred_element_type = preferred_element_type

    def _padded(self, x: jax.Array, dilation: tuple[int, ...]) -> tuple[jax.Array, Any]:
        """Inputs and padding for ``lax``, which does not know all the names."""
        padding = canonicalize_padding(self.padding, len(self.kernel_size))
        reach = [(k - 1) * d for k, d in zip(self.kernel_size, dilation, strict=False)]
        if not isinstance(padding, str):
            return x, padding
        if padding in _WRAPPING:
            from flax.linen._convolve import mirror, wrap_around

            extend = wrap_around if padding == "CIRCULAR" else mirror
            for axis, r in enumerate(reach, 1):
                x = extend(x, axis, r // 2, (r + 1) // 2)
            return x, "VALID"
        if padding == "CAUSAL":
            if len(self.kernel_size) != 1:
                raise ValueError("Causal padding is only implemented for 1D convolutions.")
            return x, [(reach[0], 0)]
        return x, padding

    def __call__(self, inputs: jax.Array, out_sharding: Any = None) -> jax.Array:
        rank = len(self.kernel_size)
        inputs, batch_shape = _one_batch_axis(inputs, rank)
        dilation = per_dimension(self.kernel_dilation, rank)
        inputs, padding = self._padded(inputs, dilation)
        spatial = "012"[:rank]
        numbers = (f"N{spatial}C", f"{spatial}IO", f"N{spatial}C")
        kernel = _masked(self.kernel[...], self.mask, self.kernel_shape)
        inputs, kernel, bias = self.promote_dtype((inputs, kernel, value_of(self.bias)), dtype=self.dtype)
        y = self.conv_general_dilated(
            inputs,
            kernel,
            per_dimension(self.strides, rank),
            padding,
            lhs_dilation=per_dimension(self.input_dilation, rank),
            rhs_dilation=dilation,
            dimension_numbers=numbers,
            feature_group_count=self.feature_group_count,
            precision=self.precision,
            **given(out_sharding=out_sharding, preferred_element_type=self.preferred_element_type),
        )
        if bias is not None:
            y += bias.reshape((1,) * (y.ndim - bias.ndim) + bias.shape)
        return y if batch_shape is None else jnp.reshape(y, (*batch_shape, *y.shape[1:]))


class ConvTranspose(Module):
    """A transposed convolution: strides spread the inputs out."""

    def __init__(
        self,
        in_features: int,
        out_features: int,
        kernel_size: int | Sequence[int],
        strides: int | Sequence[int] | None = None,
        *,
        padding: Any = "SAME",
        kernel_dilation: int | Sequence[int] | None = None,
        use_bias: bool = True,
        mask: jax.Array | None = None,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        precision: Any = None,
        kernel_init: Callable[..., Any] = _KERNEL,
        bias_init: Callable[..., Any] = _ZEROS,
        transpose_kernel: bool = False,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        preferred_element_type: Any = None,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NO_METADATA,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        size = (kernel_size,) if isinstance(kernel_size, int) else tuple(kernel_size)
        self.kernel_size = size
        self.in_features = in_features
        self.out_features = out_features
        self.strides = strides
        self.padding = padding
        self.kernel_dilation = kernel_dilation
        self.use_bias = use_bias
        self.mask = mask
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.precision = precision
        self.transpose_kernel = transpose_kernel
        self.promote_dtype = promote_dtype
        self.preferred_element_type = preferred_element_type
        channels = (in_features, out_features)
        self.kernel_shape = (*size, *(channels[::-1] if transpose_kernel else channels))
        self.kernel = draw_param(kernel_init, rngs, self.kernel_shape, param_dtype, kernel_metadata)
        self.bias = draw_optional(use_bias, bias_init, rngs, (out_features,), param_dtype, bias_metadata)

    def __call__(self, inputs: jax.Array) -> jax.Array:
        rank = len(self.kernel_size)
        inputs, batch_shape = _one_batch_axis(inputs, rank)
        padding = canonicalize_padding(self.padding, rank)
        if padding == "CIRCULAR":
            raise NotImplementedError("ConvTranspose(padding='CIRCULAR') is not on this page.")
        kernel = _masked(self.kernel[...], self.mask, self.kernel_shape)
        inputs, kernel, bias = self.promote_dtype((inputs, kernel, value_of(self.bias)), dtype=self.dtype)
        y = conv_transpose(
            inputs,
            kernel,
            per_dimension(self.strides, rank),
            padding,
            rhs_dilation=per_dimension(self.kernel_dilation, rank),
            transpose_kernel=self.transpose_kernel,
            precision=self.precision,
        )
        if bias is not None:
            y += jnp.reshape(bias, (1,) * (y.ndim - 1) + (-1,))
        return y if batch_shape is None else jnp.reshape(y, (*batch_shape, *y.shape[1:]))
