"""Records a linen layer as an nnx module and an nnx layer as a linen module: parameters and results."""

from __future__ import annotations

from typing import Any

from encoding import arr
from recording import write

import jax
from flax import linen as nn
from flax import nnx
from flax.nnx import bridge
from jax import random


def both_ways(seeds: list[int]) -> list[dict[str, Any]]:
    """One case a seed."""
    out = []
    for s in seeds:
        x = random.normal(random.PRNGKey(s + 50), (2, 3))
        m = bridge.ToNNX(nn.Dense(4), rngs=nnx.Rngs(s)).lazy_init(x)
        e = {"seed": s, "x": arr(x), "ToNNX(Dense(4)).kernel": arr(m.kernel[...]), "ToNNX(x)": arr(m(x))}
        t = bridge.to_linen(nnx.Linear, 3, 4)
        v = t.init(random.PRNGKey(s), x)
        e["to_linen(Linear,3,4).params"] = {k: arr(jax.tree.leaves(w)[0]) for k, w in v["params"].items()}
        e["to_linen.apply"] = arr(t.apply(v, x))
        out.append(e)
    return out


if __name__ == "__main__":
    write("bridge", cases=both_ways([0, 1]))
