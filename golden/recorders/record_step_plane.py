"""Records the loss of the lesson's example with each half moved by a multiple of its step, at small and large rates."""

from __future__ import annotations

from typing import Any

from mixed_step import mixed_parts, sgd
from recording import write

import jax
import jax.numpy as jnp

X, Y = [0.5, -1.0, 2.0], [1.0, 0.0]
#: The lowest corner changes near 0.1 and 0.15; from 0.24 moving either half or both ends above the start.
RATES = [0.005, 0.02, 0.05, 0.09, 0.1, 0.11, 0.14, 0.15, 0.16, 0.2, 0.23, 0.24, 0.25, 0.3, 0.5]
#: (NNX, Linen) in steps: the four corners, the plane's own corners, and points off the lattice.
MOVES = [(0, 0), (1, 0), (0, 1), (1, 1), (-1, -1), (3, -1), (-1, 3), (3, 3), (0.5, 2.0), (1.7, 0.3), (-0.4, 1.2)]


def plane(seed: int, lr: float) -> dict[str, Any]:
    """The loss at every pair of moves."""
    n, linen, loss = mixed_parts(seed, jnp.array(X), jnp.array(Y))
    gn, gl = jax.grad(loss, argnums=(0, 1))(n, linen)
    losses = [float(loss(sgd(n, gn, a * lr), sgd(linen, gl, b * lr))) for a, b in MOVES]
    return {"seed": seed, "lr": lr, "moves": MOVES, "losses": losses}


if __name__ == "__main__":
    rates_by_seed = {0: RATES, 1: [0.02, 0.1, 0.3], 7: [0.02, 0.1, 0.3], 42: [0.02, 0.1, 0.3]}
    write("step_plane", x=X, y=Y, cases=[plane(seed, lr) for seed, rates in rates_by_seed.items() for lr in rates])
