"""Pooling over windows of the axes between batch and features."""

from collections.abc import Callable, Sequence
from typing import Any

import jax.numpy as jnp
from jax import lax


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
    batch = inputs.ndim - len(window) - 1
    single = batch == 0
    if single:
        inputs, batch = inputs[None], 1
    dims = (1,) * batch + window + (1,)
    steps = (1,) * batch + steps + (1,)
    if not isinstance(padding, str):
        pairs = tuple(tuple(pair) for pair in padding)
        assert len(pairs) == len(window), (
            f"padding {pairs} must specify pads for same number of dims as window_shape {window}"
        )
        assert all(len(p) == 2 for p in pairs), f"each entry in padding {pairs} must be length 2"
        padding = ((0, 0),) * batch + pairs + ((0, 0),)
    y = lax.reduce_window(inputs, init, reduce_fn, dims, steps, padding)
    return jnp.squeeze(y, axis=0) if single else y


def avg_pool(
    inputs: Any,
    window_shape: Sequence[int],
    strides: Sequence[int] | None = None,
    padding: Any = "VALID",
    count_include_pad: bool = True,
) -> Any:
    """The mean of each window. Without `count_include_pad` the padding does not count."""
    total = pool(inputs, 0.0, lax.add, window_shape, strides, padding)
    if count_include_pad:
        size = 1
        for n in window_shape:
            size *= n
        return total / size
    ones = jnp.ones((*inputs.shape[:-1], 1))
    return total / pool(ones, 0.0, lax.add, window_shape, strides, padding)


def max_pool(
    inputs: Any,
    window_shape: Sequence[int],
    strides: Sequence[int] | None = None,
    padding: Any = "VALID",
) -> Any:
    """The largest value of each window."""
    return pool(inputs, -jnp.inf, lax.max, window_shape, strides, padding)


def min_pool(
    inputs: Any,
    window_shape: Sequence[int],
    strides: Sequence[int] | None = None,
    padding: Any = "VALID",
) -> Any:
    """The smallest value of each window."""
    return pool(inputs, jnp.inf, lax.min, window_shape, strides, padding)
