"""Records draws of jax.random from several seeds: keys, splits, bits and distributions."""

from __future__ import annotations

from typing import Any

from encoding import arr
from recording import write

import jax.numpy as jnp
from jax import random


def prng(seeds: list[int]) -> list[dict[str, Any]]:
    """One case a seed."""
    out = []
    for s in seeds:
        k = random.PRNGKey(s)
        e = {
            "seed": s,
            "key": arr(k),
            "split2": arr(random.split(k)),
            "split5": arr(random.split(k, 5)),
            "fold_in": {str(d): arr(random.fold_in(k, d)) for d in (0, 1, 2, 7, 1000003)},
            "bits_7": arr(random.bits(k, (7,))),
            "uniform_2x3": arr(random.uniform(k, (2, 3))),
            "uniform_-2_5_9": arr(random.uniform(k, (9,), minval=-2.0, maxval=5.0)),
            "normal_scalar": arr(random.normal(k)),
            "normal_4x5": arr(random.normal(k, (4, 5))),
            "truncated_normal_-2_2_11": arr(random.truncated_normal(k, -2, 2, (11,))),
            "truncated_normal_0_1.5_6": arr(random.truncated_normal(k, 0.0, 1.5, (6,))),
            "bernoulli_0.3_12": arr(random.bernoulli(k, 0.3, (12,))),
            "randint_0_10_8": arr(random.randint(k, (8,), 0, 10)),
            "randint_-1000_100000_5": arr(random.randint(k, (5,), -1000, 100000)),
            "permutation_12": arr(random.permutation(k, 12)),
            "choice_20_5": arr(random.choice(k, 20, (5,))),
            "choice_noreplace_20_5": arr(random.choice(k, 20, (5,), replace=False)),
            "gumbel_4": arr(random.gumbel(k, (4,))),
            "exponential_4": arr(random.exponential(k, (4,))),
            "categorical_6": arr(random.categorical(k, jnp.array([0.1, 1.0, -0.5]), shape=(6,))),
        }
        out.append(e)
    return out


if __name__ == "__main__":
    write("prng", cases=prng([0, 1, 42, 1234, -1, 2**31, 2**32 + 5]))
