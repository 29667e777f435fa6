"""What both kinds of recurrent layers do with sequences of several lengths."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp


def flipped(tree: Any, seq_lengths: Any, num_batch_dims: int, time_major: bool) -> Any:
    """Sequences from their end to their start; padding behind shorter ones stays behind them."""
    return jax.tree_util.tree_map(lambda x: flip_sequences(x, seq_lengths, num_batch_dims, time_major), tree)


def flip_sequences(inputs: Any, seq_lengths: Any, num_batch_dims: int, time_major: bool) -> Any:
    """One array of sequences, reversed along time."""
    time_axis = 0 if time_major else num_batch_dims
    steps = inputs.shape[time_axis]
    if seq_lengths is None:
        return jnp.flip(inputs, axis=time_axis)
    ones = [1] * num_batch_dims
    places = jnp.reshape(jnp.arange(steps - 1, -1, -1), [steps, *ones] if time_major else [*ones, steps])
    places = (places + jnp.expand_dims(seq_lengths, axis=time_axis)) % steps
    places = jnp.reshape(places, (*places.shape, *[1] * (inputs.ndim - places.ndim)))
    return jnp.take_along_axis(inputs, places, axis=time_axis)


def last_carry(carries: Any, seq_lengths: Any) -> Any:
    """Of each sequence the carry after its last own step."""
    last = seq_lengths - 1
    return jax.tree_util.tree_map(lambda x: x[last, jnp.arange(x.shape[1])], carries)


def concatenated(a: Any, b: Any) -> Any:
    """Two outputs, one behind the other along their features."""
    return jnp.concatenate([a, b], axis=-1)
