"""Records a hundred steps on the lesson's example in float64: both trees, their gradients and the loss."""

from __future__ import annotations

from typing import Any

from mixed_step import mixed_parts, sgd
from recording import write

import jax
import jax.numpy as jnp

X, Y, LR = [0.5, -1.0, 2.0], [1.0, 0.0], 0.02
AT = [0, 1, 2, 10, 50, 100]


def flat(n: Any, linen: Any) -> list[list[float]]:
    """The four leaves as lists: kernel and bias of each tree."""
    inner = linen["params"]
    return [[float(v) for v in leaf.ravel()] for leaf in (n["kernel"], n["bias"], inner["kernel"], inner["bias"])]


def training(seed: int) -> list[dict[str, Any]]:
    """The trees at some of the steps."""
    n, linen, _ = mixed_parts(seed, jnp.array(X, jnp.float32), jnp.array(Y, jnp.float32))
    n, linen = jax.tree.map(lambda leaf: jnp.asarray(leaf, jnp.float64), (n, linen))
    x, y = jnp.array(X, jnp.float64), jnp.array(Y, jnp.float64)

    def loss(n: Any, linen: Any) -> jax.Array:
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((h @ linen["params"]["kernel"] + linen["params"]["bias"] - y) ** 2)

    found = []
    for step in range(max(AT) + 1):
        value, (n_grads, linen_grads) = jax.value_and_grad(loss, argnums=(0, 1))(n, linen)
        if step in AT:
            before = x @ n["kernel"] + n["bias"]
            found.append(
                {
                    "seed": seed,
                    "step": step,
                    "loss": float(value),
                    "off": [unit for unit, z in enumerate(before) if z <= 0],
                    "values": flat(n, linen),
                    "gradient": flat(n_grads, linen_grads),
                }
            )
        n, linen = sgd(n, n_grads, LR), sgd(linen, linen_grads, LR)
    return found


if __name__ == "__main__":
    with jax.enable_x64(True):
        write("two_trees", x=X, y=Y, lr=[LR], cases=[case for seed in (0, 1, 7) for case in training(seed)])
