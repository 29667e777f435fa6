"""A program as it stands in a project: types, a helper, and a check under the main guard."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping
from typing import Final

import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

HIDDEN: Final = 4
log = logging.getLogger(__name__)
Tree = Mapping[str, object]


def sgd(rate: float) -> Callable[[Tree, Tree], Tree]:
    def apply(params: Tree, grads: Tree) -> Tree:
        return jax.tree.map(lambda p, g: p - rate * g, params, grads)

    return apply


def mixed_train_step(seed: float, x: jax.Array, y: jax.Array, lr: float) -> jax.Array:
    """The loss before and after one step of gradient descent."""
    if not math.isfinite(lr) or not float(seed).is_integer():
        raise ValueError(f"{lr=} {seed=}")
    whole = int(seed)
    encoder = nnx.Linear(in_features=x.shape[-1], out_features=HIDDEN, rngs=nnx.Rngs(whole))
    head = nn.Dense(features=y.shape[-1])
    params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    variables = head.init(jax.random.PRNGKey(whole + 1), jnp.zeros((1, HIDDEN)))

    def loss_fn(params: Tree, variables: Tree) -> jax.Array:
        hidden = nn.relu(x @ params["kernel"] + params["bias"])
        return jnp.mean(jnp.power(head.apply(variables, hidden) - y, 2))

    match jax.value_and_grad(loss_fn, argnums=(0, 1))(params, variables):
        case before, (d_params, d_variables):
            update = sgd(lr)
            after = loss_fn(update(params, d_params), update(variables, d_variables))
    log.debug("%s -> %s", before, after)
    return jnp.hstack([before, after])


if __name__ == "__main__":
    print(mixed_train_step(0.0, jnp.array([0.5, -1.0, 2.0]), jnp.array([1.0]), 0.05))
