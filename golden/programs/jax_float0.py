"""Integers among the arguments of a derivative: allow_int, jvp and vjp, whose derivatives there have no values."""

import jax
import jax.numpy as jnp
import numpy as np


def loss(p):
    return (p["w"] * p["n"]).sum()


params = {"w": jnp.ones(2), "n": jnp.arange(2)}
g = jax.grad(loss, allow_int=True)(params)
print(repr(g), g["n"], g["n"].dtype, g["n"].shape, g["n"].ndim, g["n"].size, g["n"].dtype == jax.dtypes.float0)
print(repr(jax.dtypes.float0), jax.dtypes.float0, isinstance(g["n"], np.ndarray), isinstance(g["n"], jax.Array))
for shape in ((), (2,), (2, 1)):
    zeros = np.zeros(shape, jax.dtypes.float0)
    print(repr(zeros), zeros, zeros.dtype)
print(repr(jax.vjp(lambda x, n: x * n, jnp.ones(2), jnp.arange(2))[1](jnp.ones(2))))
still = np.zeros(2, jax.dtypes.float0)
print(repr(jax.jvp(lambda x, n: (x * n, n), (jnp.ones(2), jnp.arange(2)), (jnp.ones(2), still))))
print(repr(jax.jvp(jnp.argmax, (jnp.array([1.0, 2.0]),), (jnp.ones(2),))))
print(jax.tree.map(lambda a, b: None if b.dtype == jax.dtypes.float0 else a - b, params, g))
print(jax.value_and_grad(lambda n, x: (n * x, n), 1, has_aux=True, allow_int=True)(3, 2.0))
for f in (
    lambda: jax.grad(loss)(params),
    lambda: jax.jvp(lambda n: n, (jnp.arange(2),), (jnp.arange(2),)),
    lambda: jax.jvp(lambda n: n, (jnp.arange(2),), (np.zeros(3, jax.dtypes.float0),)),
    lambda: jax.jvp(lambda n: n, (jnp.ones(2),), (still,)),
    lambda: jax.grad(lambda n: n.sum(), allow_int=True)(jnp.arange(3)),
):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
