"""Tables of vectors looked up by number."""

from collections.abc import Callable
from typing import Any

import jax.numpy as jnp
from flax.linen.dtypes import promote_dtype
from flax.linen.initializers import Initializer
from flax.linen.module import Module
from jax.nn.initializers import variance_scaling

default_embed_init = variance_scaling(1.0, "fan_in", "normal", out_axis=0)


class Embed(Module):
    """A vector of length `features` for each whole number below `num_embeddings`.

    Parameter: `embedding` of shape (num_embeddings, features).
    """

    num_embeddings: int
    features: int
    dtype: Any = None
    param_dtype: Any = jnp.float32
    embedding_init: Initializer = default_embed_init
    promote_dtype: Callable[..., Any] = promote_dtype

    def setup(self) -> None:
        """Makes the table."""
        shape = (self.num_embeddings, self.features)
        self.embedding = self.param("embedding", self.embedding_init, shape, self.param_dtype)

    def __call__(self, inputs: Any) -> Any:
        """The rows for whole numbers of any shape: shape + (features,). ValueError for floats."""
        if not jnp.issubdtype(inputs.dtype, jnp.integer):
            raise ValueError("Input type must be an integer or unsigned integer.")
        (table,) = self.promote_dtype(self.embedding, dtype=self.dtype, inexact=False)
        if self.num_embeddings == 1:
            return jnp.broadcast_to(table, (*inputs.shape, self.features))
        return jnp.take(table, inputs, axis=0)

    def attend(self, query: Any) -> Any:
        """The dot product of `query` (…, features) with every row: (…, num_embeddings)."""
        query, table = self.promote_dtype(query, self.embedding, dtype=self.dtype)
        return jnp.dot(query, table.T)
