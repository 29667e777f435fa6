"""Records the loss of the lesson's example with one weight moved: gradients and differences in both precisions."""

from __future__ import annotations

from typing import Any

from mixed_step import mixed_parts
from recording import write

import jax
import jax.numpy as jnp

X, Y = [0.5, -1.0, 2.0], [1.0, 0.0]
#: Leaf and index of weights of live and of switched-off units, of kernels and of biases.
POKED = [(0, 0), (0, 5), (0, 11), (1, 0), (1, 3), (2, 0), (2, 5), (3, 1)]
DISTANCES = [-2.0, -0.7, -0.05, 0.3, 1.1, 2.5]
EPSILONS = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9]


def loss_of(seed: int, dtype: Any) -> Any:
    """The four leaves in this precision, and the loss of them."""
    x, y = jnp.array(X, dtype), jnp.array(Y, dtype)
    n, linen, _ = mixed_parts(seed, jnp.array(X, jnp.float32), jnp.array(Y, jnp.float32))
    leaves = [
        jnp.asarray(a, dtype) for a in (n["kernel"], n["bias"], linen["params"]["kernel"], linen["params"]["bias"])
    ]

    def loss(leaves: Any) -> Any:
        kernel, bias, head, head_bias = leaves
        h = jax.nn.relu(x @ kernel + bias)
        return jnp.mean((h @ head + head_bias - y) ** 2)

    return leaves, loss


def poked(leaves: Any, leaf: int, index: int, by: Any) -> Any:
    """The leaves with one entry moved, rounded as the array is."""
    moved = list(leaves)
    flat = moved[leaf].ravel()
    moved[leaf] = flat.at[index].set(flat[index] + jnp.asarray(by, flat.dtype)).reshape(moved[leaf].shape)
    return moved


def case(seed: int) -> dict[str, Any]:
    """Everything of one seed."""
    with jax.enable_x64(True):
        leaves, loss = loss_of(seed, jnp.float64)
        gradient = [[float(v) for v in leaf.ravel()] for leaf in jax.grad(loss)(leaves)]
        losses = [[float(loss(poked(leaves, *at, d))) for d in DISTANCES] for at in POKED]
        slopes = [
            [float(jax.grad(loss)(poked(leaves, *at, d))[at[0]].ravel()[at[1]]) for d in DISTANCES] for at in POKED
        ]
        forward = [[float((loss(poked(leaves, *at, e)) - loss(leaves)) / e) for e in EPSILONS] for at in POKED]
        central = [
            [float((loss(poked(leaves, *at, e)) - loss(poked(leaves, *at, -e))) / (2 * e)) for e in EPSILONS]
            for at in POKED
        ]
    leaves32, loss32 = loss_of(seed, jnp.float32)
    forward32 = [
        [float((loss32(poked(leaves32, *at, e)) - loss32(leaves32)) / jnp.float32(e)) for e in EPSILONS] for at in POKED
    ]
    return {
        "seed": seed,
        "gradient": gradient,
        "losses": losses,
        "slopes": slopes,
        "forward": forward,
        "central": central,
        "forward32": forward32,
    }


if __name__ == "__main__":
    write(
        "poked_weights",
        x=X,
        y=Y,
        poked=POKED,
        distances=DISTANCES,
        epsilons=EPSILONS,
        cases=[case(seed) for seed in (0, 1, 7)],
    )
