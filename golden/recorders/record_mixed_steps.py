"""Records the lesson's step: losses before and after, and for some cases gradients, new parameters and fifty steps."""

from __future__ import annotations

import itertools
from typing import Any

from encoding import arr, tree
from mixed_step import mixed_parts, sgd
from recording import write

import jax
from jax import random


def lesson_case(seed: int, x: jax.Array, y: jax.Array, lr: float, *, detail: bool) -> dict[str, Any]:
    """A step on one example or a batch; some cases with every number and fifty steps."""
    n, linen, loss = mixed_parts(float(seed), x, y)
    before = loss(n, linen)
    gn, gl = jax.grad(loss, argnums=(0, 1))(n, linen)
    n2, linen2 = sgd(n, gn, lr), sgd(linen, gl, lr)
    out = [float(before), float(loss(n2, linen2))]
    e = {"seed": seed, "x": arr(x), "y": arr(y), "lr": lr, "returns": out}
    if detail:
        e.update(
            {
                "nnx_params": tree(n),
                "linen_params": tree(linen),
                "grad_nnx": tree(gn),
                "grad_linen": tree(gl),
                "new_nnx": tree(n2),
                "new_linen": tree(linen2),
                "corners": {"nnx_only": float(loss(n2, linen)), "linen_only": float(loss(n, linen2))},
            }
        )
        curve, a, b = [], n, linen
        step = jax.jit(lambda a, b: (loss(a, b), jax.grad(loss, argnums=(0, 1))(a, b)))
        for _ in range(50):
            v, (ga, gb) = step(a, b)
            curve.append(float(v))
            a, b = sgd(a, ga, lr), sgd(b, gb, lr)
        e["curve_both_50_steps"] = curve
    return e


def mixed_steps(seeds: list[int], sizes: list[tuple[int, int]], lrs: list[float], salt: int) -> list[dict[str, Any]]:
    """Single examples of many shapes, then batches of six rows."""
    out = []
    for j, (s, (i, o), lr) in enumerate(itertools.product(seeds, sizes, lrs)):
        kx, ky = random.split(random.PRNGKey(salt + j))
        x = random.normal(kx, (i,))
        y = random.normal(ky, (o,))
        out.append(lesson_case(s, x, y, lr, detail=j % 5 == 0))
    # batches: rows of examples
    for j, (s, (i, o)) in enumerate(itertools.product(seeds[:4], sizes[:4])):
        kx, ky = random.split(random.PRNGKey(salt + 5000 + j))
        out.append(lesson_case(s, random.normal(kx, (6, i)), random.normal(ky, (6, o)), lrs[0], detail=j % 4 == 0))
    return out


if __name__ == "__main__":
    SIZES = [(3, 1), (3, 2), (5, 3), (8, 4), (1, 2)]
    write("mixed_steps", cases=mixed_steps([0, 1, 3, 7, 42, 2024], SIZES, [0.01, 0.05, 0.1], 300))
