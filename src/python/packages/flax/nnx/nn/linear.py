"""Layers that multiply by a matrix: Linear, LinearGeneral and Einsum."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from _lab import call_log
from flax.nnx.module import Module, first_from
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.dot_general import dot_general
from flax.nnx.nn.parts import (
    as_tuple,
    draw_optional,
    draw_param,
    given,
    normalize_axes,
    value_of,
)
from flax.nnx.variablelib import VariableMetadata

default_kernel_init = initializers.lecun_normal()
default_bias_init = initializers.zeros_init()
_NO_METADATA: Mapping[str, Any] = MappingProxyType({})


class Linear(Module):
    """``x @ kernel + bias`` over the last axis of ``x``.

    ``kernel`` has the shape ``(in_features, out_features)``, ``bias`` ``(out_features,)``. Two
    ``params`` keys are drawn, one without a bias. Inputs of shape ``(..., in_features)`` give
    ``(..., out_features)``.
    """

    def __init__(
        self,
        in_features: int,
        out_features: int,
        *,
        use_bias: bool = True,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        precision: Any = None,
        kernel_init: Callable[..., Any] = default_kernel_init,
        bias_init: Callable[..., Any] = default_bias_init,
        dot_general: Callable[..., Any] = dot_general,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        preferred_element_type: Any = None,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NO_METADATA,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        shape = (in_features, out_features)
        if call_log.calls is not None:
            call_log.add_within("nnx.Linear", lambda: shape)
        self.kernel = draw_param(kernel_init, rngs, shape, param_dtype, kernel_metadata)
        self.bias = draw_optional(use_bias, bias_init, rngs, (out_features,), param_dtype, bias_metadata)
        self.in_features = in_features
        self.out_features = out_features
        self.use_bias = use_bias
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.precision = precision
        self.dot_general = dot_general
        self.promote_dtype = promote_dtype
        self.preferred_element_type = preferred_element_type

    def __call__(self, inputs: jax.Array, out_sharding: Any = None) -> jax.Array:
        if call_log.calls is not None:
            call_log.add_within("nnx.call", lambda: ["Linear"])
        kernel, bias = self.kernel[...], value_of(self.bias)
        inputs, kernel, bias = self.promote_dtype((inputs, kernel, bias), dtype=self.dtype)
        y = self.dot_general(
            inputs,
            kernel,
            (((inputs.ndim - 1,), (0,)), ((), ())),
            precision=self.precision,
            **given(out_sharding=out_sharding, preferred_element_type=self.preferred_element_type),
        )
        if bias is not None:
            y += jnp.reshape(bias, (1,) * (y.ndim - 1) + (-1,))
        return y


def _shaped(init: Callable[..., Any], flat: tuple[int, ...]) -> Callable[..., Any]:
    """An initializer that draws with the shape ``flat`` and then reshapes."""

    def wrapped(key: Any, shape: tuple[int, ...], dtype: Any) -> Any:
        drawn = init(key, flat, dtype)
        if isinstance(drawn, VariableMetadata):
            drawn.raw_value = jnp.reshape(drawn.raw_value, shape)
            return drawn
        return jnp.reshape(drawn, shape)

    return wrapped


class LinearGeneral(Module):
    """A linear map between several axes: contracts ``axis`` and makes ``out_features``."""

    def __init__(
        self,
        in_features: int | Sequence[int],
        out_features: int | Sequence[int],
        *,
        axis: int | Sequence[int] = -1,
        batch_axis: Mapping[Any, int] = _NO_METADATA,
        use_bias: bool = True,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        kernel_init: Callable[..., Any] = default_kernel_init,
        bias_init: Callable[..., Any] = default_bias_init,
        precision: Any = None,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        dot_general: Callable[..., Any] | None = None,
        dot_general_cls: Any = None,
        preferred_element_type: Any = None,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NO_METADATA,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        from flax.core import FrozenDict

        self.in_features = as_tuple(in_features)
        self.out_features = as_tuple(out_features)
        self.axis = as_tuple(axis)
        self.batch_axis = FrozenDict(batch_axis)
        self.use_bias = use_bias
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.precision = precision
        self.dot_general = dot_general
        self.dot_general_cls = dot_general_cls
        self.promote_dtype = promote_dtype
        self.preferred_element_type = preferred_element_type
        if len(self.in_features) != len(self.axis):
            raise ValueError(f"in_features and axis must have the same length. Got {self.in_features} and {self.axis}.")
        batch_dims = tuple(self.batch_axis)
        if set(batch_dims) != set(range(len(batch_dims))):
            raise ValueError(f"batch_dims {batch_dims} must be consecutive leading dimensions starting from 0.")
        batch = tuple(self.batch_axis.values())
        rows = math.prod(batch) * math.prod(self.in_features)
        columns = math.prod(self.out_features)
        self.kernel = draw_param(
            _shaped(kernel_init, (rows, columns)),
            rngs,
            (*batch, *self.in_features, *self.out_features),
            param_dtype,
            kernel_metadata,
        )
        self.bias = draw_optional(
            use_bias,
            _shaped(bias_init, (math.prod(batch) * columns,)),
            rngs,
            (*batch, *self.out_features),
            param_dtype,
            bias_metadata,
        )

    def _dot_general(self) -> Callable[..., Any]:
        if self.dot_general_cls is not None:
            return self.dot_general_cls()
        return self.dot_general or dot_general

    def __call__(self, inputs: jax.Array, out_sharding: Any = None) -> jax.Array:
        axis = normalize_axes(self.axis, inputs.ndim)
        batch_axis = normalize_axes(self.batch_axis.keys(), inputs.ndim)
        batch = len(batch_axis)
        kept = [a for a in range(inputs.ndim) if a not in axis]
        bias_shape = tuple(inputs.shape[a] if a in batch_axis else 1 for a in kept)
        inputs, kernel, bias = self.promote_dtype((inputs, self.kernel[...], value_of(self.bias)), dtype=self.dtype)
        contracted = (axis, tuple(range(batch, batch + len(axis))))
        out = self._dot_general()(
            inputs,
            kernel,
            (contracted, (batch_axis, tuple(range(batch)))),
            precision=self.precision,
            **given(out_sharding=out_sharding, preferred_element_type=self.preferred_element_type),
        )
        if bias is not None:
            out += jnp.reshape(bias, (*bias_shape, *self.out_features))
        return out


def einsum(*args: Any, **kwargs: Any) -> jax.Array:
    """``jnp.einsum``, looked up at the call."""
    return jnp.einsum(*args, **kwargs)


class Einsum(Module):
    """``jnp.einsum`` of the inputs with a kernel, plus a bias if it has a shape."""

    def __init__(
        self,
        einsum_str: str,
        kernel_shape: Sequence[int],
        bias_shape: Sequence[int] | None = None,
        *,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        precision: Any = None,
        kernel_init: Callable[..., Any] = default_kernel_init,
        bias_init: Callable[..., Any] = default_bias_init,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        einsum_op: Callable[..., Any] = einsum,
        preferred_element_type: Any = None,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NO_METADATA,
        bias_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        einsum_str = _checked(einsum_str)
        self.kernel = draw_param(kernel_init, rngs, kernel_shape, param_dtype, kernel_metadata)
        self.bias = draw_optional(bias_shape is not None, bias_init, rngs, bias_shape or (), param_dtype, bias_metadata)
        self.einsum_str = einsum_str
        self.kernel_shape = kernel_shape
        self.bias_shape = bias_shape
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.precision = precision
        self.promote_dtype = promote_dtype
        self.einsum_op = einsum_op
        self.preferred_element_type = preferred_element_type

    def __call__(self, inputs: jax.Array, einsum_str: str | None = None, out_sharding: Any = None) -> jax.Array:
        message = (
            "No `einsum_str` argument was provided to Einsum\n"
            "        as either a __call__ argument, or class attribute."
        )
        equation = _checked(first_from(einsum_str, self.einsum_str, error_msg=message))
        inputs, kernel, bias = self.promote_dtype((inputs, self.kernel[...], value_of(self.bias)), dtype=self.dtype)
        y = self.einsum_op(
            equation,
            inputs,
            kernel,
            precision=self.precision,
            **given(out_sharding=out_sharding, preferred_element_type=self.preferred_element_type),
        )
        if bias is not None:
            y += jnp.reshape(bias, _bias_shape(equation, kernel.shape, y.ndim))
        return y


def _bias_shape(equation: str, kernel_shape: tuple[int, ...], ndim: int) -> list[int]:
    """The shape in which a bias meets the output: the kernel's sizes where it has the axis."""
    operands, result = equation.split("->")
    sizes = dict(zip(operands.split(",")[1].replace("...", ""), kernel_shape, strict=False))
    letters = result.replace("...", "." * (ndim - len(result.replace("...", ""))))
    return [sizes.get(letter, 1) for letter in letters]


def _checked(einsum_str: str) -> str:
    """The equation without spaces; ValueError unless it is explicit and has two operands."""
    equation = einsum_str.replace(" ", "")
    if "->" not in equation:
        raise ValueError('`einsum_str` equation must be explicit and include "->".')
    if equation.count(",") != 1:
        raise ValueError(
            "`einsum_str` equation must have exactly two operands and therefore, exactly one "
            f"comma character, instead of {equation.count(',')}"
        )
    return equation
