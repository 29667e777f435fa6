"""Draws of 16-bit floats from JAX's derived distributions: of the first seeds, digit for digit."""

import jax
import jax.numpy as jnp

for seed in range(4):
    key = jax.random.key(seed)
    for dtype in (jnp.bfloat16, jnp.float16):
        for draw in (jax.random.exponential, jax.random.gumbel, jax.random.laplace, jax.random.logistic):
            values = draw(key, (2000,), dtype)
            exact = values.astype(jnp.float32).tolist()
            print(draw.__name__, values.dtype, values[:5], sum((i + 1) * round(x * 2**40) for i, x in enumerate(exact)))
