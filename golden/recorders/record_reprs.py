"""Records repr and str of arrays, modules, states and trees, by the line of Python that makes them."""

from __future__ import annotations

from encoding import tidy
from recording import write

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx
from jax import random


def reprs() -> list[dict[str, str]]:
    """One case a line."""
    a = jnp.array
    vals = {
        "jnp.float32(1.5)": jnp.float32(1.5),
        "jnp.array([1, 2])": a([1, 2]),
        "jnp.array([1., 2.5])": a([1.0, 2.5]),
        "jnp.array(2)": a(2),
        "jnp.array(2.)": a(2.0),
        "jnp.array([])": a([]),
        "jnp.zeros((0, 3))": jnp.zeros((0, 3)),
        "jnp.array([True, False])": a([True, False]),
        "jnp.arange(6.).reshape(2, 3)": jnp.arange(6.0).reshape(2, 3),
        "jnp.array([1e-5, 1.0])": a([1e-5, 1.0]),
        "jnp.array([1e6, 1.5])": a([1e6, 1.5]),
        "jnp.array([1e8, 1.5])": a([1e8, 1.5]),
        "jnp.array([jnp.nan, jnp.inf, -1.])": a([jnp.nan, jnp.inf, -1.0]),
        "jnp.linspace(0, 1, 11)": jnp.linspace(0, 1, 11),
        "random.normal(PRNGKey(0), (3, 4))": random.normal(random.PRNGKey(0), (3, 4)),
        "random.normal(PRNGKey(1), (12,))": random.normal(random.PRNGKey(1), (12,)),
        "random.PRNGKey(42)": random.PRNGKey(42),
        "random.key(42)": random.key(42),
        "jnp.arange(2000)": jnp.arange(2000),
        "jnp.arange(3) + 1": jnp.arange(3) + 1,
        "jnp.arange(3) + 1.0": jnp.arange(3) + 1.0,
        "jnp.arange(3) / 2": jnp.arange(3) / 2,
        "jnp.sqrt(4)": jnp.sqrt(4),
        "jax.grad(lambda x: x**2)(3.0)": jax.grad(lambda x: x**2)(3.0),
        "nnx.Linear(2, 3, rngs=nnx.Rngs(0))": nnx.Linear(2, 3, rngs=nnx.Rngs(0)),
        "nnx.Linear(2, 3, rngs=nnx.Rngs(0)).bias": nnx.Linear(2, 3, rngs=nnx.Rngs(0)).bias,
        "nn.Dense(3)": nn.Dense(3),
        "nn.Dense(2).init(PRNGKey(0), jnp.zeros(3))": nn.Dense(2).init(random.PRNGKey(0), jnp.zeros(3)),
        "jax.tree.structure({'b': 1, 'a': (2, None)})": jax.tree.structure({"b": 1, "a": (2, None)}),
        "nnx.Rngs(0)": nnx.Rngs(0),
        "nnx.state(nnx.Linear(2, 3, rngs=nnx.Rngs(0)))": nnx.state(nnx.Linear(2, 3, rngs=nnx.Rngs(0))),
        "float(jnp.float32(0.1))": float(jnp.float32(0.1)),
    }
    return [{"python": k, "repr": tidy(repr(v)), "str": tidy(str(v))} for k, v in vals.items()]


if __name__ == "__main__":
    write("reprs", cases=reprs())
