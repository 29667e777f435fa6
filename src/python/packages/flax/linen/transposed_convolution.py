"""Transposed convolutions."""

from collections.abc import Callable, Sequence
from typing import Any

import jax.numpy as jnp
from flax.linen._convolve import convolve_transposed
from flax.linen.convolution import canonical_padding, per_axis
from flax.linen.dtypes import promote_dtype
from flax.linen.initializers import Initializer, zeros_init
from flax.linen.linear import default_kernel_init
from flax.linen.module import Module, compact


class ConvTranspose(Module):
    """A transposed convolution over the axes between batch and features: strides spread the inputs out.

    Parameters: `kernel` of shape kernel_size + (input features, features), the last two in turn with
    `transpose_kernel`, and `bias` of shape (features,). padding: "SAME", "VALID", a number, or a pair for
    each spatial axis.
    """

    features: int
    kernel_size: int | Sequence[int]
    strides: Sequence[int] | None = None
    padding: Any = "SAME"
    kernel_dilation: Sequence[int] | None = None
    use_bias: bool = True
    mask: Any = None
    dtype: Any = None
    param_dtype: Any = jnp.float32
    precision: Any = None
    kernel_init: Initializer = default_kernel_init
    bias_init: Initializer = zeros_init()
    transpose_kernel: bool = False
    promote_dtype: Callable[..., Any] = promote_dtype
    preferred_element_type: Any = None

    @compact
    def __call__(self, inputs: Any) -> Any:
        """The convolved inputs: (batch, spatial…, features)."""
        sizes = per_axis(self.kernel_size, 1)
        rank = len(sizes)
        batch_shape = inputs.shape[: inputs.ndim - rank - 1]
        if len(batch_shape) != 1:
            inputs = jnp.reshape(inputs, (-1, *inputs.shape[len(batch_shape) :]))
        channels = (inputs.shape[-1], self.features)
        kernel_shape = (*sizes, *(channels[::-1] if self.transpose_kernel else channels))
        if self.mask is not None and self.mask.shape != kernel_shape:
            raise ValueError(
                f"Mask needs to have the same shape as weights. Shapes are: {self.mask.shape}, {kernel_shape}"
            )
        kernel = self.param("kernel", self.kernel_init, kernel_shape, self.param_dtype)
        if self.mask is not None:
            kernel = kernel * self.mask
        padding = canonical_padding(self.padding, rank)
        if padding == "CIRCULAR":
            raise NotImplementedError("ConvTranspose(padding='CIRCULAR') is not on this page.")
        bias = None
        if self.use_bias:
            bias = self.param("bias", self.bias_init, (self.features,), self.param_dtype)
        inputs, kernel, bias = self.promote_dtype(inputs, kernel, bias, dtype=self.dtype)
        y = convolve_transposed(
            inputs,
            kernel,
            per_axis(self.strides, rank),
            padding,
            rhs_dilation=per_axis(self.kernel_dilation, rank),
            transpose_kernel=self.transpose_kernel,
            precision=self.precision,
        )
        if bias is not None:
            y = y + jnp.reshape(bias, (1,) * (y.ndim - 1) + (-1,))
        return y if len(batch_shape) == 1 else jnp.reshape(y, batch_shape + y.shape[1:])
