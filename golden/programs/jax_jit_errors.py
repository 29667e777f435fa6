import jax
import jax.numpy as jnp


def loss(params, batch, scale=2.0):
    return (params["w"] * batch).sum() * scale if params["w"].sum() > 0 else 1.0


def three(a, b, c):
    return 1 if a + b + c > 0 else 0


def two(a, b):
    while a < b:
        a = a + 1
    return a


x3 = jnp.ones(3)
for f in (
    lambda: jax.jit(loss)({"w": x3}, x3),
    lambda: jax.jit(three)(1.0, 2.0, 3.0),
    lambda: jax.jit(two)(1.0, 2.0),
    lambda: jax.jit(lambda x: int(x))(1.0),
    lambda: jax.jit(lambda x: float(x))(1.0),
    lambda: jax.jit(lambda x: x.item())(1.0),
    lambda: jax.jit(lambda x: x.tolist())(1.0),
    lambda: jax.jit(lambda x: [1, 2][x])(1),
    lambda: jax.jit(lambda n: sum(range(n)))(3),
    lambda: jax.jit(lambda x: x[x > 0])(x3),
    lambda: jax.jit(lambda x: x.foo)(x3),
    lambda: jax.jit(lambda x: "a")(1.0),
    lambda: jax.jit(lambda x: jnp.zeros(x))(3),
    lambda: jax.jit(3),
    lambda: jax.jit(lambda x, n: x * n, static_argnums=1)(1.0, [1]),
    lambda: jax.jit(lambda x: x, static_argnums=2)(1.0),
    lambda: jax.jit(lambda x: x, static_argnames="y")(1.0),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, type(e).__module__, "|", e)
leaked = []
jax.jit(lambda x: leaked.append(x) or x)(1.0)
try:
    leaked[0] + 1
except jax.errors.UnexpectedTracerError as e:
    print(type(e).__name__, str(e).split(".")[0])
