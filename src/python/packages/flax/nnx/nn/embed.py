"""Embeddings: a row of numbers for each index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.module import Module
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.parts import draw_param

default_embed_init = initializers.variance_scaling(1.0, "fan_in", "normal", out_axis=0)


class Embed(Module):
    """Rows of a ``(num_embeddings, features)`` table, looked up by integer.

    Indices of shape ``s`` give ``(*s, features)``; ValueError for inputs that are not integers.
    """

    def __init__(
        self,
        num_embeddings: int,
        features: int,
        *,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        embedding_init: Callable[..., Any] = default_embed_init,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        rngs: Any,
        embedding_metadata: Mapping[str, Any] = MappingProxyType({}),
    ):
        shape = (num_embeddings, features)
        self.embedding = draw_param(embedding_init, rngs, shape, param_dtype, embedding_metadata)
        self.num_embeddings = num_embeddings
        self.features = features
        self.dtype = dtype or self.embedding.dtype
        self.param_dtype = param_dtype
        self.promote_dtype = promote_dtype

    def __call__(self, inputs: jax.Array, out_sharding: Any = None) -> jax.Array:
        if not jnp.issubdtype(inputs.dtype, jnp.integer):
            raise ValueError("Input type must be an integer or unsigned integer.")
        table = (self.embedding[...],)
        (embedding,) = self.promote_dtype(table, dtype=self.dtype, inexact=False)
        if self.num_embeddings == 1:
            return jnp.broadcast_to(embedding, (*inputs.shape, self.features))
        return jnp.take(embedding, inputs, axis=0)

    def attend(self, query: jax.Array, out_sharding: Any = None) -> jax.Array:
        """Scores of every row: ``query @ embedding.T``, shape ``(..., num_embeddings)``."""
        query, embedding = self.promote_dtype((query, self.embedding[...]), dtype=self.dtype)
        return jnp.dot(query, embedding.T)
