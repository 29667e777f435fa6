"""Records ten steps of four of Optax's optimisers on one small network."""

from __future__ import annotations

from typing import Any

from encoding import arr, tree
from recording import write

import jax
import jax.numpy as jnp
import optax
from jax import random


def optimizers(seeds: list[int]) -> list[dict[str, Any]]:
    """One case for each seed and optimiser."""
    out = []
    for s in seeds:
        p = {"w": random.normal(random.PRNGKey(s), (3, 2)), "b": jnp.zeros((2,))}
        x = random.normal(random.PRNGKey(s + 1), (5, 3))

        def loss(p: dict[str, jax.Array], x: jax.Array = x) -> jax.Array:
            return jnp.mean((jnp.tanh(x @ p["w"] + p["b"]) - 0.5) ** 2)

        for name, tx in {
            "sgd(0.1)": optax.sgd(0.1),
            "sgd(0.1, momentum=0.9)": optax.sgd(0.1, momentum=0.9),
            "adam(0.01)": optax.adam(0.01),
            "adamw(0.01)": optax.adamw(0.01),
        }.items():
            q, st, ls = p, tx.init(p), []
            for _ in range(10):
                v, g = jax.value_and_grad(loss)(q)
                u, st = tx.update(g, st, q)
                q = optax.apply_updates(q, u)
                ls.append(float(v))
            out.append({"tx": name, "seed": s, "params": tree(p), "x": arr(x), "losses": ls, "final": tree(q)})
    return out


if __name__ == "__main__":
    write("optax", cases=optimizers([0]))
