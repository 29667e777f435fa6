"""Records what jax.nn.initializers draw, for seeds and shapes."""

from __future__ import annotations

import itertools
from typing import Any

from encoding import arr
from recording import write

from jax import random
from jax.nn import initializers as init


def initializers(seeds: list[int], shapes: list[tuple[int, ...]]) -> list[dict[str, Any]]:
    """One case for each initialiser, seed and shape."""
    table = {
        "lecun_normal": init.lecun_normal(),
        "lecun_uniform": init.lecun_uniform(),
        "glorot_normal": init.glorot_normal(),
        "glorot_uniform": init.glorot_uniform(),
        "he_normal": init.he_normal(),
        "he_uniform": init.he_uniform(),
        "normal(0.02)": init.normal(0.02),
        "uniform(0.1)": init.uniform(0.1),
        "truncated_normal(0.5)": init.truncated_normal(0.5),
        "constant(0.25)": init.constant(0.25),
        "zeros": init.zeros,
        "ones": init.ones,
    }
    out = []
    for (name, f), s, sh in itertools.product(table.items(), seeds, shapes):
        out.append({"init": name, "seed": s, "shape": list(sh), "value": arr(f(random.PRNGKey(s), sh))})
    return out


if __name__ == "__main__":
    write("initializers", cases=initializers([0, 42], [(2, 3), (4, 4), (8, 1), (3, 2, 5), (64, 32)]))
