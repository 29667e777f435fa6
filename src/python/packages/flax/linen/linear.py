"""Dense layers."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import _absent
import jax.numpy as jnp
from flax.linen.dtypes import promote_dtype
from flax.linen.initializers import Initializer, zeros_init
from flax.linen.module import Module, compact, merge_param
from jax.nn.initializers import lecun_normal

default_kernel_init = lecun_normal()


class Dense(Module):
    """`y = x @ kernel + bias` over the last axis.

    Parameters: `kernel` of shape (last axis of x, features), `bias` of shape (features,) unless
    `use_bias=False`. An input of shape (…, n) gives (…, features).
    """

    features: int
    use_bias: bool = True
    dtype: Any = None
    param_dtype: Any = jnp.float32
    precision: Any = None
    kernel_init: Initializer = default_kernel_init
    bias_init: Initializer = zeros_init()
    promote_dtype: Callable[..., Any] = promote_dtype
    dot_general: Callable[..., Any] | None = None
    dot_general_cls: Any = None

    @compact
    def __call__(self, inputs: Any) -> Any:
        """The layer's output for inputs of shape (…, n)."""
        shape = (jnp.shape(inputs)[-1], self.features)
        kernel = self.param("kernel", self.kernel_init, shape, self.param_dtype)
        bias = None
        if self.use_bias:
            bias = self.param("bias", self.bias_init, (self.features,), self.param_dtype)
        inputs, kernel, bias = self.promote_dtype(inputs, kernel, bias, dtype=self.dtype)
        contracted = (((inputs.ndim - 1,), (0,)), ((), ()))
        y = _dot_of(self)(inputs, kernel, contracted, precision=self.precision)
        if bias is not None:
            y += jnp.reshape(bias, (1,) * (y.ndim - 1) + (-1,))
        return y


class DenseGeneral(Module):
    """A dense layer over several axes at once.

    axis: the axes of the input that are summed over; features: the axes that replace them, at the end;
    batch_dims: leading axes with a kernel each. Parameters: `kernel` of shape
    batch + summed + features, `bias` of shape batch + features.
    """

    features: int | Sequence[int]
    axis: int | Sequence[int] = -1
    batch_dims: Sequence[int] = ()
    use_bias: bool = True
    dtype: Any = None
    param_dtype: Any = jnp.float32
    kernel_init: Initializer = default_kernel_init
    bias_init: Initializer = zeros_init()
    precision: Any = None
    promote_dtype: Callable[..., Any] = promote_dtype
    dot_general: Callable[..., Any] | None = None
    dot_general_cls: Any = None

    @compact
    def __call__(self, inputs: Any) -> Any:
        """The layer's output: batch axes, axes not summed over, features."""
        features = _as_tuple(self.features)
        batch = _as_tuple(self.batch_dims)
        if batch and set(batch) != set(range(max(batch) + 1)):
            raise ValueError(f"batch_dims {batch} must be consecutive leading dimensions starting from 0.")
        ndim = inputs.ndim
        axis = tuple(sorted(a % ndim if a < 0 else a for a in _as_tuple(self.axis)))
        batch = tuple(sorted(a % ndim if a < 0 else a for a in batch))
        batch_shape = tuple(inputs.shape[a] for a in batch)
        summed_shape = tuple(inputs.shape[a] for a in axis)
        n = len(batch)

        def init_kernel(key: Any, shape: tuple[int, ...], dtype: Any = jnp.float32) -> Any:
            rows = _product(shape[: n + len(axis)])
            flat = (rows, _product(shape[-len(features) :]))
            return jnp.reshape(self.kernel_init(key, flat, dtype), shape)

        def init_bias(key: Any, shape: tuple[int, ...], dtype: Any = jnp.float32) -> Any:
            return jnp.reshape(self.bias_init(key, (_product(shape),), dtype), shape)

        kernel_shape = batch_shape + summed_shape + features
        kernel = self.param("kernel", init_kernel, kernel_shape, self.param_dtype)
        bias = None
        if self.use_bias:
            bias = self.param("bias", init_bias, batch_shape + features, self.param_dtype)
        inputs, kernel, bias = self.promote_dtype(inputs, kernel, bias, dtype=self.dtype)
        dims = ((axis, tuple(range(n, n + len(axis)))), (batch, tuple(range(n))))
        y = _dot_of(self)(inputs, kernel, dims, precision=self.precision)
        if bias is not None:
            kept = (a for a in range(ndim) if a not in axis)
            spread = tuple(inputs.shape[a] if a in batch else 1 for a in kept)
            y += jnp.reshape(bias, spread + features)
        return y


class Einsum(Module):
    """An einsum of the input with a kernel of shape `shape`, plus a bias.

    einsum_str: the equation, such as "abc,cde->abde", given here or at call time.
    ValueError without "->", or with another number of operands than two.
    """

    shape: Sequence[int]
    einsum_str: str | None = None
    use_bias: bool = True
    dtype: Any = None
    param_dtype: Any = jnp.float32
    precision: Any = None
    kernel_init: Initializer = default_kernel_init
    bias_init: Initializer = zeros_init()
    promote_dtype: Callable[..., Any] = promote_dtype
    preferred_element_type: Any = None

    @compact
    def __call__(self, inputs: Any, einsum_str: str | None = None) -> Any:
        """The result of the equation for these inputs."""
        equation = merge_param("einsum_str", self.einsum_str, einsum_str).replace(" ", "")
        if "->" not in equation:
            raise ValueError('`einsum_str` equation must be explicit and include "->".')
        commas = equation.count(",")
        if commas != 1:
            raise ValueError(
                "`einsum_str` equation must have exactly two operands and therefore, exactly one comma "
                f"character, instead of {commas}"
            )
        kernel = self.param("kernel", self.kernel_init, self.shape, self.param_dtype)
        bias, spread = None, []
        if self.use_bias:
            bias_shape, spread = _einsum_bias(equation, inputs.ndim, self.shape)
            bias = self.param("bias", self.bias_init, bias_shape, self.param_dtype)
        inputs, kernel, bias = self.promote_dtype(inputs, kernel, bias, dtype=self.dtype)
        y = jnp.einsum(equation, inputs, kernel, precision=self.precision)
        if self.preferred_element_type is not None:
            y = y.astype(self.preferred_element_type)
        if bias is not None:
            y += jnp.reshape(bias, tuple(spread))
        return y


def _einsum_bias(equation: str, ndim: int, shape: Sequence[int]) -> tuple[list[int], list[int]]:
    """The bias's shape, and the same with ones in the places of the axes it spreads over."""
    operands, result = equation.split("->")
    left, right = operands.split(",")
    sizes = dict(zip(right, shape, strict=True))
    dots = max(0, ndim - len(left.replace("...", "")))
    letters = result.replace("...", "." * dots)
    spread = [sizes.get(letter, 1) for letter in letters]
    return [sizes[letter] for letter in letters if letter in sizes], spread


def _dot_of(layer: Any) -> Callable[..., Any]:
    if layer.dot_general_cls is not None:
        return layer.dot_general_cls()
    return contract if layer.dot_general is None else layer.dot_general


def contract(x: Any, kernel: Any, dims: Any, precision: Any = None) -> Any:
    """What `jax.lax.dot_general` gives, in terms of `jax.numpy`.

    dims: ((axes of x to sum over, axes of kernel), (batch axes of x, batch axes of kernel)).
    """
    (summed, kernel_summed), (batch, kernel_batch) = dims
    if not batch:
        return jnp.tensordot(x, kernel, axes=(summed, kernel_summed), precision=precision)
    kept = [a for a in range(x.ndim) if a not in (*batch, *summed)]
    made = [a for a in range(kernel.ndim) if a not in (*kernel_batch, *kernel_summed)]
    sizes = [x.shape[a] for a in batch], [x.shape[a] for a in kept], [kernel.shape[a] for a in made]
    rows, columns = _product(sizes[0]), _product([x.shape[a] for a in summed])
    left = jnp.transpose(x, (*batch, *kept, *summed)).reshape((rows, -1, columns))
    right = jnp.transpose(kernel, (*kernel_batch, *kernel_summed, *made))
    y = jnp.matmul(left, right.reshape((rows, columns, -1)), precision=precision)
    return y.reshape((*sizes[0], *sizes[1], *sizes[2]))


def _as_tuple(x: Any) -> tuple[int, ...]:
    return tuple(x) if isinstance(x, Iterable) else (x,)


def _product(sizes: Sequence[int]) -> int:
    total = 1
    for size in sizes:
        total *= size
    return total


__getattr__, __dir__ = _absent.attributes(
    __name__, "Flax 0.12.8", {"flax.linen.convolution": "Conv", "flax.linen.embedding": "Embed"}
)
