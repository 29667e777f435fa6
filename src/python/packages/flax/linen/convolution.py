"""Convolutions."""

from collections.abc import Callable, Sequence
from typing import Any

import jax.numpy as jnp
from flax.linen._convolve import channels_last, convolve, mirror, wrap_around
from flax.linen.dtypes import promote_dtype
from flax.linen.initializers import Initializer, zeros_init
from flax.linen.linear import default_kernel_init
from flax.linen.module import Module, compact


class Conv(Module):
    """A convolution over the axes between batch and features.

    The input has shape (batch, spatial…, features); fewer or more batch axes work as well. Parameters:
    `kernel` of shape kernel_size + (input features / feature_group_count, features) and `bias` of shape
    (features,). padding: "SAME", "VALID", "CAUSAL" (one spatial axis), "CIRCULAR", "REFLECT", a number,
    or a pair for each spatial axis; ValueError for anything else.
    """

    features: int
    kernel_size: int | Sequence[int]
    strides: int | Sequence[int] | None = 1
    padding: Any = "SAME"
    input_dilation: int | Sequence[int] | None = 1
    kernel_dilation: int | Sequence[int] | None = 1
    feature_group_count: int = 1
    use_bias: bool = True
    mask: Any = None
    dtype: Any = None
    param_dtype: Any = jnp.float32
    precision: Any = None
    kernel_init: Initializer = default_kernel_init
    bias_init: Initializer = zeros_init()
    promote_dtype: Callable[..., Any] = promote_dtype
    conv_general_dilated: Callable[..., Any] | None = None
    conv_general_dilated_cls: Any = None

    @compact
    def __call__(self, inputs: Any) -> Any:
        """The convolved inputs: (batch, spatial…, features)."""
        sizes = per_axis(self.kernel_size, 1)
        rank = len(sizes)
        dilation = per_axis(self.kernel_dilation, rank)
        batch_shape = inputs.shape[: inputs.ndim - rank - 1]
        if len(batch_shape) != 1:
            inputs = jnp.reshape(inputs, (-1, *inputs.shape[len(batch_shape) :]))
        inputs, padding = _padded(inputs, self.padding, sizes, dilation)
        channels = inputs.shape[-1]
        assert channels % self.feature_group_count == 0
        kernel_shape = (*sizes, channels // self.feature_group_count, self.features)
        if self.mask is not None and self.mask.shape != kernel_shape:
            raise ValueError(
                f"Mask needs to have the same shape as weights. Shapes are: {self.mask.shape}, {kernel_shape}"
            )
        kernel = self.param("kernel", self.kernel_init, kernel_shape, self.param_dtype)
        if self.mask is not None:
            kernel = kernel * self.mask
        bias = None
        if self.use_bias:
            bias = self.param("bias", self.bias_init, (self.features,), self.param_dtype)
        inputs, kernel, bias = self.promote_dtype(inputs, kernel, bias, dtype=self.dtype)
        y = self._convolve()(
            inputs,
            kernel,
            per_axis(self.strides, rank),
            padding,
            lhs_dilation=per_axis(self.input_dilation, rank),
            rhs_dilation=dilation,
            dimension_numbers=channels_last(rank),
            feature_group_count=self.feature_group_count,
            precision=self.precision,
        )
        if bias is not None:
            y = y + bias.reshape((1,) * (y.ndim - 1) + (-1,))
        return y if len(batch_shape) == 1 else jnp.reshape(y, batch_shape + y.shape[1:])

    def _convolve(self) -> Callable[..., Any]:
        if self.conv_general_dilated_cls is not None:
            return self.conv_general_dilated_cls()
        return self.conv_general_dilated or convolve


def per_axis(x: int | Sequence[int] | None, rank: int) -> tuple[int, ...]:
    """A setting for each spatial axis; None is 1."""
    if x is None:
        x = 1
    return (x,) * rank if isinstance(x, int) else tuple(x)


def _padded(x: Any, padding: Any, sizes: tuple[int, ...], dilation: tuple[int, ...]) -> tuple[Any, Any]:
    """The inputs, padded here where the padding is none that `lax` knows, and the rest of it."""
    padding = canonical_padding(padding, len(sizes))
    if padding in ("CIRCULAR", "REFLECT"):
        extend = wrap_around if padding == "CIRCULAR" else mirror
        for axis, (size, step) in enumerate(zip(sizes, dilation, strict=True), 1):
            span = (size - 1) * step + 1
            x = extend(x, axis, (span - 1) // 2, span // 2)
        return x, "VALID"
    if padding == "CAUSAL":
        if len(sizes) != 1:
            raise ValueError("Causal padding is only implemented for 1D convolutions.")
        return x, [(dilation[0] * (sizes[0] - 1), 0)]
    return x, padding


def canonical_padding(padding: Any, rank: int) -> Any:
    """A padding's name, or a pair for each spatial axis; ValueError for anything else."""
    if isinstance(padding, str):
        return padding
    if isinstance(padding, int):
        return [(padding, padding)] * rank
    if isinstance(padding, Sequence) and len(padding) == rank:
        pairs = [(p, p) if isinstance(p, int) else p for p in padding]
        if all(isinstance(p, tuple) and len(p) == 2 for p in pairs):
            return pairs
    raise ValueError(
        f"Invalid padding format: {padding}, should be str, int, or a sequence of len {rank} where each "
        "element is an int or pair of ints."
    )
