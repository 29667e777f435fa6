"""Convolutions, each as one matrix product, in terms of `jax.numpy`."""

import itertools
from collections.abc import Sequence
from typing import Any

import jax.numpy as jnp


def channels_last(rank: int) -> tuple[str, str, str]:
    """The order of axes of inputs, kernel and outputs, as `jax.lax` names it."""
    letters = "HWDEFG"[:rank]
    return f"N{letters}C", f"{letters}IO", f"N{letters}C"


def convolve(
    x: Any,
    kernel: Any,
    window_strides: Sequence[int],
    padding: Any,
    lhs_dilation: Sequence[int] | None = None,
    rhs_dilation: Sequence[int] | None = None,
    dimension_numbers: Any = None,
    feature_group_count: int = 1,
    precision: Any = None,
) -> Any:
    """What `jax.lax.conv_general_dilated` gives for channels last.

    x: (batch, spatial…, features in), kernel: (spatial…, features in / groups, features out); the result
    is (batch, spatial…, features out). padding: "SAME", "VALID" or a pair for each spatial axis.
    """
    del dimension_numbers
    rank = x.ndim - 2
    sizes = kernel.shape[:rank]
    if x.shape[-1] != kernel.shape[-2] * feature_group_count:
        raise ValueError(
            "conv_general_dilated lhs feature dimension size divided by feature_group_count must equal the rhs input "
            f"feature dimension size, but {x.shape[-1]} // {feature_group_count} != {kernel.shape[-2]}."
        )
    dilation = tuple(rhs_dilation or (1,) * rank)
    for axis, step in enumerate(lhs_dilation or (1,) * rank):
        x = _spread(x, axis + 1, step)
    spans = [(k - 1) * d + 1 for k, d in zip(sizes, dilation, strict=True)]
    x = pad_windows(x, spans, window_strides, padding)
    offsets = [range(0, k * d, d) for k, d in zip(sizes, dilation, strict=True)]
    parts = [take_windows(x, at, spans, window_strides) for at in itertools.product(*offsets)]
    groups = feature_group_count
    inside, outside = kernel.shape[-2], kernel.shape[-1] // groups
    results: list[Any] = []
    for g in range(groups):
        own = [part[..., g * inside : (g + 1) * inside] for part in parts]
        patches = own[0] if len(own) == 1 else jnp.concatenate(own, axis=-1)
        weights = kernel[..., g * outside : (g + 1) * outside].reshape((-1, outside))
        results.append(jnp.matmul(patches, weights, precision=precision))
    return results[0] if groups == 1 else jnp.concatenate(results, axis=-1)


def convolve_transposed(
    x: Any,
    kernel: Any,
    strides: Sequence[int],
    padding: Any,
    rhs_dilation: Sequence[int] | None = None,
    transpose_kernel: bool = False,
    precision: Any = None,
) -> Any:
    """What `jax.lax.conv_transpose` gives for channels last: the strides spread the inputs out.

    With `transpose_kernel` it is the gradient of a convolution with this kernel.
    """
    rank = x.ndim - 2
    dilation = tuple(rhs_dilation or (1,) * rank)
    if isinstance(padding, str):
        spans = [(size - 1) * step + 1 for size, step in zip(kernel.shape[:rank], dilation, strict=True)]
        padding = [_transposed_pads(span, step, padding) for span, step in zip(spans, strides, strict=True)]
    if transpose_kernel:
        kernel = jnp.swapaxes(jnp.flip(kernel, tuple(range(rank))), -1, -2)
    return convolve(x, kernel, (1,) * rank, padding, strides, dilation, precision=precision)


def _transposed_pads(span: int, stride: int, padding: str) -> tuple[int, int]:
    if padding == "SAME":
        total = span + stride - 2
        low = span - 1 if stride > span - 1 else -(-total // 2)
    else:
        total = span + stride - 2 + max(span - stride, 0)
        low = span - 1
    return low, total - low


def pad_windows(x: Any, spans: Sequence[int], strides: Sequence[int], padding: Any, fill: Any = 0) -> Any:
    """`x` with its spatial axes padded for windows of these spans."""
    if padding == "VALID":
        return x
    if padding in ("SAME", "SAME_LOWER"):
        pairs: list[tuple[int, int]] = []
        for size, span, step in zip(x.shape[1:-1], spans, strides, strict=True):
            lacking = max((-(-size // step) - 1) * step + span - size, 0)
            less, more = lacking // 2, lacking - lacking // 2
            pairs.append((less, more) if padding == "SAME" else (more, less))
    elif isinstance(padding, str):
        raise RuntimeError(f"Unrecognized padding type: expected 'VALID', 'SAME', or 'SAME_LOWER', got {padding}.")
    else:
        pairs = [(int(low), int(high)) for low, high in padding]
    for axis, (low, high) in enumerate(pairs, 1):
        before, after = (_filled(x, axis, size, fill) for size in (low, high))
        x = _joined(before, x, after, axis)
    return x


def wrap_around(x: Any, axis: int, low: int, high: int) -> Any:
    """`x` with what is at its other end put before and after it."""
    size = x.shape[axis]
    return _joined(cut(x, axis, size - low, size), x, cut(x, axis, 0, high), axis)


def mirror(x: Any, axis: int, low: int, high: int) -> Any:
    """`x` with its mirror images put before and after it; the edges are not repeated."""
    size = x.shape[axis]
    before = jnp.flip(cut(x, axis, 1, low + 1), axis)
    after = jnp.flip(cut(x, axis, size - 1 - high, size - 1), axis)
    return _joined(before, x, after, axis)


def cut(x: Any, axis: int, start: int, stop: int) -> Any:
    """The part of `x` from `start` to `stop` along an axis."""
    return x[(slice(None),) * axis + (slice(start, stop),)]


def _filled(x: Any, axis: int, size: int, fill: Any) -> Any:
    return jnp.full((*x.shape[:axis], size, *x.shape[axis + 1 :]), fill, x.dtype)


def _joined(before: Any, x: Any, after: Any, axis: int) -> Any:
    parts = [part for part in (before, x, after) if part.shape[axis]]
    return parts[0] if len(parts) == 1 else jnp.concatenate(parts, axis=axis)


def take_windows(x: Any, offset: Sequence[int], spans: Sequence[int], strides: Sequence[int]) -> Any:
    """The elements at one offset of every window: (batch, windows…, features)."""
    index: list[Any] = [slice(None)]
    for start, size, span, step in zip(offset, x.shape[1:-1], spans, strides, strict=True):
        count = max((size - span) // step + 1, 0)
        index.append(slice(start, start + (count - 1) * step + 1 if count else start, step))
    return x[(*index, slice(None))]


def _spread(x: Any, axis: int, step: int) -> Any:
    """`x` with `step - 1` zeros between its elements along an axis."""
    if step == 1:
        return x
    size = x.shape[axis]
    wide = jnp.expand_dims(x, axis + 1)
    wide = jnp.concatenate([wide, _filled(wide, axis + 1, step - 1, 0)], axis=axis + 1)
    shape = (*x.shape[:axis], size * step, *x.shape[axis + 1 :])
    index: list[Any] = [slice(None)] * x.ndim
    index[axis] = slice(0, (size - 1) * step + 1)
    return wide.reshape(shape)[tuple(index)]
