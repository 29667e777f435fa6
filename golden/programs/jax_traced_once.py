"""jax.jit called anew on the same function goes on with what was traced."""

import jax
import jax.numpy as jnp

x = jnp.ones(2)


def counted(use):
    times = []

    def f(v, scale=2):
        times.append(1)
        return v * scale

    use(f)
    return len(times)


def other_shapes(f):
    for n in (1, 2, 1):
        jax.jit(f)(jnp.ones(n))


def other_statics(f):
    for scale in (2, 3, 2):
        jax.jit(f, static_argnames="scale")(x, scale=scale)
    jax.jit(f)(x)


def lambdas(f):
    for _ in range(3):
        jax.jit(lambda v: f(v))(x)


def cleared(f):
    jax.jit(f)(x)
    jax.jit(f).clear_cache()
    jax.jit(f)(x)


print(
    counted(lambda f: [jax.jit(f)(x) for _ in range(3)]), counted(lambda f: (jax.jit(f)(x), jax.jit(f, inline=True)(x)))
)
print(counted(other_shapes), counted(other_statics), counted(lambdas), counted(cleared))
print(counted(lambda f: [jax.grad(lambda v: jax.jit(f)(v).sum())(x) for _ in range(3)]))
print(
    repr(jax.lax.scan(lambda c, _: (c + 0.5, c), 0, None, 2)), repr(jax.lax.scan(lambda c, _: (c + 1, c), 0, None, 2))
)
print(
    repr(jax.lax.while_loop(lambda c: c < 3, lambda c: c + 0.5, 0)),
    repr(jax.lax.fori_loop(0, 3, lambda i, c: c * 0.5, 1)),
)
try:
    jax.jit(lambda v: v)(2**31)
except OverflowError as error:
    print(error)
