"""Pooling over windows of the axes between batch and features."""

import functools
import itertools
from collections.abc import Callable, Sequence
from typing import Any

import jax
import jax.numpy as jnp
from flax.linen._convolve import pad_windows, take_windows


def pool(
    inputs: Any,
    init: Any,
    reduce_fn: Callable[..., Any],
    window_shape: Sequence[int],
    strides: Sequence[int] | None,
    padding: Any,
) -> Any:
    """Reduces each window of `inputs`, of shape (batch…, spatial…, features), by `reduce_fn`.

    strides: 1 unless given. padding: "SAME", "VALID" or a pair for each spatial axis.
    """
    window = tuple(window_shape)
    steps = tuple(strides or (1,) * len(window))
    assert len(window) == len(steps), f"len({window}) must equal len({steps})"
    batch_shape = inputs.shape[: inputs.ndim - len(window) - 1]
    x = inputs if len(batch_shape) == 1 else inputs.reshape((-1, *inputs.shape[len(batch_shape) :]))
    if not isinstance(padding, str):
        padding = tuple(tuple(pair) for pair in padding)
        assert len(padding) == len(window), (
            f"padding {padding} must specify pads for same number of dims as window_shape {window}"
        )
        assert all(len(p) == 2 for p in padding), f"each entry in padding {padding} must be length 2"
    x = pad_windows(x, window, steps, padding, init)
    offsets = itertools.product(*(range(size) for size in window))
    parts = (take_windows(x, offset, window, steps) for offset in offsets)
    y = functools.reduce(_SELECTING.get(reduce_fn, reduce_fn), parts)
    return y if len(batch_shape) == 1 else y.reshape(batch_shape + y.shape[1:])


def _first_largest(kept: Any, x: Any) -> Any:
    """The larger of two; of equal ones the first, to which alone the gradient goes, as XLA's pooling has it."""
    return jnp.where((x > kept) | jnp.isnan(x), x, kept)


def _first_smallest(kept: Any, x: Any) -> Any:
    return jnp.where((x < kept) | jnp.isnan(x), x, kept)


_SELECTING = {jax.lax.max: _first_largest, jax.lax.min: _first_smallest}


def avg_pool(
    inputs: Any,
    window_shape: Sequence[int],
    strides: Sequence[int] | None = None,
    padding: Any = "VALID",
    count_include_pad: bool = True,
) -> Any:
    """The mean of each window. Without `count_include_pad` the padding does not count."""
    total = pool(inputs, 0.0, jnp.add, window_shape, strides, padding)
    if count_include_pad:
        size = 1
        for n in window_shape:
            size *= n
        return total / size
    ones = jnp.ones((*inputs.shape[:-1], 1))
    return total / pool(ones, 0.0, jnp.add, window_shape, strides, padding)


def max_pool(
    inputs: Any,
    window_shape: Sequence[int],
    strides: Sequence[int] | None = None,
    padding: Any = "VALID",
) -> Any:
    """The largest value of each window."""
    return pool(inputs, -jnp.inf, jax.lax.max, window_shape, strides, padding)


def min_pool(
    inputs: Any,
    window_shape: Sequence[int],
    strides: Sequence[int] | None = None,
    padding: Any = "VALID",
) -> Any:
    """The smallest value of each window."""
    return pool(inputs, jnp.inf, jax.lax.min, window_shape, strides, padding)
