import jax
import jax.numpy as jnp


@jax.custom_jvp
def log1pexp(x):
    return jnp.log(1.0 + jnp.exp(x))


@log1pexp.defjvp
def log1pexp_jvp(primals, tangents):
    (x,), (t,) = primals, tangents
    return log1pexp(x), (1 - 1 / (1 + jnp.exp(x))) * t


print(log1pexp(3.0), jax.grad(log1pexp)(100.0), jax.vmap(jax.grad(log1pexp))(jnp.arange(3.0)), jax.jit(log1pexp)(3.0))
print(jax.jit(jax.grad(log1pexp))(1.0), jax.grad(jax.grad(log1pexp))(1.0))


@jax.custom_vjp
def clip_gradient(lo, hi, x):
    return x


clip_gradient.defvjp(lambda lo, hi, x: (x, (lo, hi)), lambda res, g: (None, None, jnp.clip(g, res[0], res[1])))
print(
    jax.grad(lambda x: (clip_gradient(-0.75, 0.75, x) * 3).sum())(jnp.ones(2)),
    jax.jit(jax.grad(lambda x: clip_gradient(-1.0, 1.0, x) * 5))(2.0),
)


def fwd(x, y):
    print("fwd", x, y)
    return {"p": x * y}, (x, y)


def bwd(res, g):
    x, y = res
    print("bwd", g["p"].shape)
    return g["p"] * y, g["p"] * x


f = jax.custom_vjp(lambda x, y: {"p": x * y})
f.defvjp(fwd, bwd)
print(jax.grad(lambda x: f(x, 3.0)["p"])(2.0), f(jnp.float32(2), 3.0))

import functools


@functools.partial(jax.custom_jvp, nondiff_argnums=(0,))
def app(g, x):
    return g(x)


@app.defjvp
def app_jvp(g, primals, tangents):
    return g(primals[0]), 2.0 * tangents[0]


print(app(lambda x: x**3, 3.0), jax.grad(app, argnums=1)(lambda x: x**3, 3.0))
s = jax.custom_jvp(lambda x, y: x * y)
s.defjvps(lambda t, ans, x, y: t * y * 10, None)
print(jax.grad(s, argnums=(0, 1))(2.0, 3.0))
print(jax.grad(jax.checkpoint(lambda x: jnp.sin(jnp.sin(x))))(1.0), jax.remat(lambda x: x + 1)(1.0))
for h in (
    lambda: jax.custom_jvp(lambda x: x)(1.0),
    lambda: jax.custom_vjp(lambda x: x)(1.0),
):
    try:
        print(h())
    except Exception as e:
        print(type(e).__name__, "|", e)
