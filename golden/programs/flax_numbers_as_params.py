"""A number of Python as a Param, and Params where lax wants arrays."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx
from jax import lax


class Scale(nnx.Module):
    def __init__(self):
        self.s = nnx.Param(2.0)


def loss(m):
    return m.s * 3.0


m = Scale()
print(m.s, nnx.grad(loss)(m), m.s + jnp.ones(2), nnx.jit(loss)(m))
print(m.s)
m = Scale()
optimizer = nnx.Optimizer(m, optax.sgd(0.1), wrt=nnx.Param)
for _ in range(2):
    optimizer.update(m, nnx.grad(loss)(m))
print(m.s)
p = nnx.Param(jnp.arange(3.0))
for f in (
    lambda: lax.exp(p),
    lambda: lax.add(p, 1.0),
    lambda: lax.dot(p, p),
    lambda: lax.concatenate([p, p], 0),
    lambda: lax.reshape(p, (3, 1)),
    lambda: lax.reduce_sum(p, (0,)),
    lambda: lax.rsqrt(p),
    lambda: lax.convert_element_type(p, jnp.int32),
    lambda: lax.exp(p[...]),
    lambda: lax.scan(lambda c, x: (c + x, None), jnp.float32(0), p)[0],
    lambda: jnp.exp(p),
):
    try:
        print(f())
    except ValueError as error:
        print(type(error).__name__, error)
