import functools

import jax
import jax.numpy as jnp

x = jnp.arange(3.0)


@jax.jit
def f(x, n=2):
    print("tracing", x, n)
    return {"y": x * n, "s": (x.sum(), 3)}


print(f(x), f(x + 1)["y"], f(x, 3)["y"], f(x, n=2)["y"])
print(repr(f(x)["s"]))


@functools.partial(jax.jit, static_argnums=(1,), static_argnames=("mode",))
def g(x, n, mode="add"):
    print("tracing", n, mode)
    for _ in range(n):
        x = x + 1 if mode == "add" else x * 2
    return x


print(g(x, 2), g(x, 2), g(x, 3), g(x, 2, mode="mul"))
print(f.__name__, jax.jit(lambda x: x + 1)(1), repr(jax.jit(lambda x: x + 1)(1.0)))
print(jax.jit(jax.grad(lambda x: (x**2).sum()))(x), jax.grad(jax.jit(lambda x: (x**2).sum()))(x))
print(jax.jit(jax.vmap(lambda a: a @ a))(jnp.ones((2, 3))), jax.vmap(jax.jit(lambda a: a @ a))(jnp.ones((2, 3))))
print(jax.make_jaxpr(lambda x: jnp.sin(x) * 2)(x))
print(jax.eval_shape(lambda x: {"a": x @ x}, x))


class Model:
    def __init__(self, w):
        self.w = w

    @functools.partial(jax.jit, static_argnums=0)
    def __call__(self, x):
        return self.w * x


print(Model(2.0)(x), jax.jit(lambda: jnp.ones(2))(), jax.jit(lambda *a: sum(a))(1, 2, 3), jax.jit(lambda x: None)(1))
with jax.disable_jit():
    print(jax.jit(lambda x: x + 1 if x > 0 else x)(1.0))
c = jnp.float32(3)
h = jax.jit(lambda x: x * c)
print(h(x), jax.grad(lambda c: jax.jit(lambda x: (x * c).sum())(x))(2.0))
print(
    jax.block_until_ready(h(x)).shape,
    jax.device_get(h(x)).tolist(),
    jax.device_put(1.0).dtype,
    jax.devices(),
    jax.default_backend(),
)
