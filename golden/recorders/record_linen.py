"""Records the variables that linen modules draw, written with compact and with setup, and what they give."""

from __future__ import annotations

import itertools
from typing import Any

from encoding import arr, tree
from recording import write

import jax
import jax.numpy as jnp
from flax import linen as nn
from jax import random


class MLP(nn.Module):
    """Two dense layers, made in the call."""

    h: int
    o: int

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        x = nn.relu(nn.Dense(self.h)(x))
        return nn.Dense(self.o)(x)


class Setup(nn.Module):
    """Two dense layers, made in setup."""

    h: int
    o: int

    def setup(self) -> None:
        self.enc = nn.Dense(self.h)
        self.head = nn.Dense(self.o, use_bias=False)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(jnp.tanh(self.enc(x)))


def linen_modules(seeds: list[int], sizes: list[tuple[int, int, int]]) -> list[dict[str, Any]]:
    """One case for each seed and sizes."""
    out = []
    for s, (i, h, o) in itertools.product(seeds, sizes):
        k = random.PRNGKey(s)
        x = random.normal(random.PRNGKey(s + 100), (3, i))
        d = nn.Dense(o)
        v = d.init(k, jnp.zeros((i,)))
        m = MLP(h, o)
        mv = m.init(k, x)
        st = Setup(h, o)
        sv = st.init(k, x)
        out.append(
            {
                "seed": s,
                "in": i,
                "hidden": h,
                "out": o,
                "x": arr(x),
                "Dense.init": tree(v),
                "Dense.apply": arr(d.apply(v, x)),
                "Dense.apply_1d": arr(d.apply(v, x[0])),
                "compact MLP.init": tree(mv),
                "compact MLP.apply": arr(m.apply(mv, x)),
                "setup(enc, head no bias).init": tree(sv),
                "setup.apply": arr(st.apply(sv, x)),
            }
        )
    return out


if __name__ == "__main__":
    write("linen", cases=linen_modules([0, 1, 42], [(3, 4, 1), (5, 8, 3), (16, 32, 8)]))
