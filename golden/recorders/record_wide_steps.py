"""Records the lesson's step with up to 1,024 hidden units: losses, a sum and a norm."""

from __future__ import annotations

import itertools
from typing import Any

from mixed_step import mixed_parts, sgd
from recording import write

import jax
import numpy as np
from jax import random


def wide_steps(seeds: list[int], hiddens: list[int]) -> list[dict[str, Any]]:
    """One case for each seed and hidden size."""
    out = []
    for s, h in itertools.product(seeds, hiddens):
        kx, ky = random.split(random.PRNGKey(s + 900))
        x, y = random.normal(kx, (8, 32)), random.normal(ky, (8, 16))
        n, linen, loss = mixed_parts(s, x, y, h)
        gn, gl = jax.grad(loss, argnums=(0, 1))(n, linen)
        n2, linen2 = sgd(n, gn, 0.01), sgd(linen, gl, 0.01)
        out.append(
            {
                "seed": s,
                "hidden": h,
                "in": 32,
                "out": 16,
                "batch": 8,
                "lr": 0.01,
                "x": "normal(split(PRNGKey(seed+900))[0], (8,32))",
                "y": "normal(split(PRNGKey(seed+900))[1], (8,16))",
                "returns": [float(loss(n, linen)), float(loss(n2, linen2))],
                "sum(kernel)": float(np.asarray(n["kernel"], np.float64).sum()),
                "norm(grad_nnx.kernel)": float(np.linalg.norm(np.asarray(gn["kernel"], np.float64))),
            }
        )
    return out


if __name__ == "__main__":
    write("wide_steps", cases=wide_steps([0, 1], [64, 256, 1024]))
