"""The mixed model's parameters, loss and step, as the lesson's programs have them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx
from jax import random

Parts = tuple[dict[str, jax.Array], Any, Callable[[Any, Any], jax.Array]]


def mixed_parts(seed: float, x: jax.Array, y: jax.Array, hidden: int = 4) -> Parts:
    """Both trees of parameters as they start, and the loss over them."""
    lin = nnx.Linear(in_features=x.shape[-1], out_features=hidden, rngs=nnx.Rngs(int(seed)))
    n = {"kernel": lin.kernel[...], "bias": lin.bias[...]}
    dense = nn.Dense(features=int(y.shape[-1]))
    linen = dense.init(random.PRNGKey(int(seed) + 1), jnp.zeros((hidden,)))

    def loss(n: dict[str, jax.Array], linen: Any) -> jax.Array:
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((dense.apply(linen, h) - y) ** 2)

    return n, linen, loss


def sgd(p: Any, g: Any, lr: float) -> Any:
    """One step against the gradient, leaf by leaf."""
    return jax.tree_util.tree_map(lambda p, g: p - lr * g, p, g)
