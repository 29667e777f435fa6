"""16-bit draws between arrays, of classes and signs, and derivatives in bounds."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import random

key = random.key(7)


def show(what, x):
    print(what, x.dtype, np.asarray(x.astype(jnp.float32)).ravel().tolist())


for dtype in (jnp.bfloat16, jnp.float16):
    low, high = jnp.array([0.0, 0.5, -1.0, 2.0], dtype), jnp.array([1.0, 1.5, 3.0, 4.0], dtype)
    show("uniform", random.uniform(key, (4,), dtype, low, high))
    show("uniform", random.uniform(key, (4,), dtype, low.astype(jnp.float32), 5))
    show("uniform", jax.jit(lambda a, b: random.uniform(key, (4,), dtype, a, b))(low, high))
    show("uniform", jax.vmap(lambda k, a: random.uniform(k, (2,), dtype, a, 5.0))(random.split(key, 4), low))
    show("slope", jax.grad(lambda a: random.uniform(key, (3,), dtype, a, 5.0).sum())(dtype(1)))
    show("truncated", random.truncated_normal(key, low - 1, high, (4,), dtype))
    show("truncated", random.truncated_normal(key, low - 1, high, dtype=dtype))
    show("truncated", random.truncated_normal(key, -jnp.inf, 1.0, (4,), dtype))
    show("truncated", random.truncated_normal(key, 0.0, 1.5, (4,), dtype))
    show("cauchy", random.cauchy(key, (6,), dtype))
    show("rademacher", random.rademacher(key, (6,), dtype))
    show("bernoulli", random.bernoulli(key, dtype(0.3), (6,)))
    show("bernoulli", random.bernoulli(key, low))
    show("categorical", random.categorical(key, low, shape=(6,)))
    show("categorical", random.categorical(key, jnp.stack([low, high])))
    weights = jnp.array([0.1, 0.2, 0.3, 0.4], dtype)
    show("choice", random.choice(key, 4, (8,), p=weights))
    show("choice", random.choice(key, 4, (3,), replace=False, p=weights))
    show("choice", random.choice(key, low, (3,)))
    show("rayleigh", random.rayleigh(key, dtype(2), (4,), dtype))
    show("pareto", random.pareto(key, dtype(2), (4,), dtype))
    show("weibull", random.weibull_min(key, dtype(2), dtype(1.5), (4,), dtype))
    show("lognormal", random.lognormal(key, dtype(1), (4,), dtype))
show("slope", jax.grad(lambda a: random.truncated_normal(key, a, 2.0, (3,)).sum())(-1.0))
show("slope", jax.grad(lambda b: random.truncated_normal(key, -1.0, b, (3,)).sum())(0.5))
show("mapped", jax.vmap(lambda b: random.truncated_normal(key, -1.0, b, (2,)))(jnp.array([0.5, 1.0])))
show("default", random.truncated_normal(key, jnp.array([-1.0, 0.0]), 2.0))
show("signs", random.rademacher(key, (4,), jnp.int8))
show("signs", random.rademacher(key, (4,), float))
