"""Shapes, counts and widths that are none."""

import jax
import jax.numpy as jnp

key = jax.random.key(0)
print(jax.random.normal(key, 2).shape, jax.random.normal(key, [2, 1]).shape, jax.random.split(key, (2, 1)).shape)
print(repr(jax.lax.select(True, 2, 3)))

for name, use in {
    "normal of 2.0": lambda: jax.random.normal(key, 2.0),
    "normal of (2.0,)": lambda: jax.random.normal(key, (2.0,)),
    "normal of None": lambda: jax.random.normal(key, None),
    "normal of text": lambda: jax.random.normal(key, "a"),
    "uniform of half": lambda: jax.random.uniform(key, (3, 0.5)),
    "split by 2.0": lambda: jax.random.split(key, 2.0),
    "split by text": lambda: jax.random.split(key, "a"),
    "pad by 1.5": lambda: jnp.pad(jnp.ones(2), 1.5),
    "pad by None": lambda: jnp.pad(jnp.ones(2), None),
    "pad by text": lambda: jnp.pad(jnp.ones(2), (1, "a")),
}.items():
    try:
        print(name, use())
    except TypeError as error:
        print(f"{name}: {error}")
