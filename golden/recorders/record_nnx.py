"""Records the weights that nnx.Linear and nnx.Embed draw, and what linear layers give."""

from __future__ import annotations

import itertools
from typing import Any

from encoding import arr
from recording import write

import jax
from flax import nnx
from jax import random


def nnx_modules(seeds: list[int], sizes: list[tuple[int, int, int]]) -> list[dict[str, Any]]:
    """One case for each seed and sizes."""
    out = []
    for s, (i, h, o) in itertools.product(seeds, sizes):
        r = nnx.Rngs(s)
        a = nnx.Linear(i, h, rngs=r)
        b = nnx.Linear(h, o, rngs=r)
        c = nnx.Linear(i, o, use_bias=False, rngs=r)
        x = random.normal(random.PRNGKey(s + 100), (i,))
        e = {
            "seed": s,
            "in": i,
            "hidden": h,
            "out": o,
            "x": arr(x),
            "linear0.kernel": arr(a.kernel[...]),
            "linear0.bias": arr(a.bias[...]),
            "linear1.kernel": arr(b.kernel[...]),
            "linear2_nobias.kernel": arr(c.kernel[...]),
            "linear0(x)": arr(a(x)),
            "linear1(relu(linear0(x)))": arr(b(jax.nn.relu(a(x)))),
        }
        e["named streams: Rngs(seed, params=seed+1).params()"] = arr(nnx.Rngs(s, params=s + 1).params())
        e["Embed(5, in).embedding"] = arr(nnx.Embed(5, i, rngs=nnx.Rngs(s)).embedding[...])
        out.append(e)
    return out


if __name__ == "__main__":
    write("nnx", cases=nnx_modules([0, 1, 42], [(3, 4, 1), (5, 8, 3), (16, 32, 8)]))
