"""What a function takes as an array and what as a number, whatever its parameter is called."""

import jax
import jax.numpy as jnp

v = jnp.array([1.0, 2.0, 3.0])
n = jnp.array([3, 1, 2])

# Python's whole numbers stay whole where an array is taken.
print(jnp.add(n, 2).dtype, jnp.clip(n, 1, 2).dtype, jnp.where(n > 1, n, 0).dtype)
print(jnp.polyint(v, m=2, k=1))
print(jnp.polyint(v, 2, k=jnp.array([1, 2])))
print(jnp.polyder(v, 2))
print(jnp.digitize(v, jnp.array([1, 2])))
print(jax.nn.standardize(v, variance=2))
print(jax.lax.select(True, n, n + 1))
print(jnp.interp(v, v, v * 2.0, left=0, right=9))
print(jnp.round(jnp.polyfit(v, v * v, 1, w=jnp.array([1, 2, 1])), 3))

# A number of rows or of factors is none.
print(jnp.triu_indices(2, 0, 3))
print(jnp.tril_indices(3, 0, 2))
print(jax.lax.integer_pow(v, 3))
print(jnp.repeat(n, 2), jnp.linspace(0, 2, 3), jnp.nan_to_num(v / 0.0, posinf=0))


def told(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError", error)


told(lambda: jnp.digitize(v, [1.0, 2.0]))
told(lambda: jnp.polyfit(v, v, 1, w=[1.0, 2.0, 1.0]))
told(lambda: jnp.polyint(v, 2, k=[1, 2]))
