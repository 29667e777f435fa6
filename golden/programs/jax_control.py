import jax
import jax.numpy as jnp
from jax import lax

print(lax.scan(lambda c, x: (c + x, c * x), 0.0, jnp.arange(4.0)))
print(
    lax.scan(lambda c, _: (c * 2, None), 1, None, length=5),
    lax.scan(lambda c, x: (c + x, c), jnp.int32(0), jnp.arange(3), reverse=True),
)
print(lax.scan(lambda c, x: ({"s": c["s"] + x["a"]}, x["b"]), {"s": 0.0}, {"a": jnp.ones(3), "b": jnp.arange(3)}))
print(lax.fori_loop(0, 5, lambda i, v: v + i, 0), lax.fori_loop(0, 3, lambda i, v: v * 2.0, jnp.ones(2)))
print(
    lax.while_loop(lambda v: v < 100, lambda v: v * 2, 1),
    lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, c[1] * 2), (0, 1.0)),
)
print(
    lax.cond(True, lambda x: x + 1, lambda x: x - 1, 1.0),
    lax.cond(jnp.array(False), lambda x: x + 1, lambda x: x - 1, 1.0),
)
print(
    lax.switch(1, [lambda x: x, lambda x: x * 10, lambda x: -x], 3.0), lax.switch(9, [lambda x: x, lambda x: -x], 3.0)
)
print(
    lax.map(lambda x: x**2, jnp.arange(4.0)),
    lax.associative_scan(jnp.add, jnp.arange(5)),
    lax.associative_scan(jnp.multiply, jnp.arange(1.0, 5.0), reverse=True),
)
print(jax.grad(lambda x: lax.scan(lambda c, _: (c * x, None), 1.0, None, length=3)[0])(2.0))
print(
    jax.grad(lambda x: lax.fori_loop(0, 3, lambda i, v: v * x, 1.0))(2.0),
    jax.grad(lambda x: lax.cond(x > 0, lambda v: v**2, lambda v: -v, x))(3.0),
)
print(
    jax.jit(lambda x: lax.cond(x > 0, lambda: x, lambda: -x))(-2.0),
    jax.vmap(lambda x: lax.cond(x > 0, lambda v: v, lambda v: -v, x))(jnp.array([-1.0, 2.0])),
)
print(
    jax.jit(lambda n: lax.fori_loop(0, n, lambda i, v: v + 1, 0))(4),
    jax.vmap(lambda x: lax.scan(lambda c, y: (c + y, c), x, jnp.arange(2.0)))(jnp.ones(2)),
)


@jax.jit
def f(x):
    jax.debug.print("x = {x}, twice {}", x * 2, x=x)
    return x + 1


print(f(1.0))
jax.debug.print("now {}", jnp.arange(3))
jax.debug.callback(lambda v: print("seen", v), jnp.ones(2))
for g in (
    lambda: lax.scan(lambda c, x: (c, x, 1), 0, jnp.arange(3)),
    lambda: lax.scan(lambda c, x: (jnp.ones(3), x), 0.0, jnp.arange(3)),
    lambda: lax.scan(lambda c, x: (c, x), 0, 1.0),
    lambda: lax.scan(lambda c, x: (c, x), 0, None),
    lambda: lax.scan(lambda c, x: (c, x), 0, (jnp.ones(2), jnp.ones(3))),
    lambda: lax.cond(1.0 * jnp.ones(2), lambda: 1, lambda: 2),
    lambda: lax.cond(True, lambda: 1.0, lambda: jnp.ones(2)),
    lambda: lax.while_loop(lambda v: v, lambda v: v, 1.0),
    lambda: lax.while_loop(lambda v: v < 3, lambda v: v + 1.5, 1),
    lambda: lax.switch(1.5, [lambda: 1, lambda: 2]),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, "|", e)
