import jax
import jax.numpy as jnp
from flax import nnx


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


m = nnx.Linear(2, 2, rngs=nnx.Rngs(0))
bn = nnx.BatchNorm(2, rngs=nnx.Rngs(0))
rngs = nnx.Rngs(0)
x = jnp.ones((3, 2))


@jax.jit
def write(y):
    m.bias[...] = y
    return y


@jax.jit
def replace(y):
    m.bias = nnx.Param(y)
    return y


attempt(lambda: write(jnp.ones(2)))
attempt(lambda: replace(jnp.ones(2)))
attempt(lambda: jax.jit(lambda y: bn(y))(x).shape)
attempt(lambda: jax.jit(lambda y: rngs.params())(x))
attempt(lambda: nnx.jit(lambda y: bn(y))(x).shape)
attempt(lambda: jax.grad(lambda y: bn(y).sum())(x))
attempt(lambda: jax.vmap(lambda y: m.bias.set_value(y))(x))
attempt(lambda: jax.jit(lambda y: m(y))(x).shape)
attempt(lambda: jax.jit(lambda y: nnx.Linear(2, 1, rngs=nnx.Rngs(0))(y))(x).shape)
attempt(lambda: jax.jit(lambda b, y: b(y))(bn, x).shape)
print(m.bias[...], bn.mean[...])
