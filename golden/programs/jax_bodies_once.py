"""How often bodies of loops and branches are traced, in which order, and what they read from outside."""

from functools import partial

import jax
import jax.numpy as jnp
from jax import lax

traced = []
xs = jnp.arange(3.0)


def count(what, f):
    traced.clear()
    f()
    print(what, len(traced))


def body(carry, x):
    traced.append("body")
    return carry + x, carry * 2


def up(x):
    traced.append("up")
    return x + 1


def down(x):
    traced.append("down")
    return x - 1


def small(x):
    traced.append("small")
    return x < 5


def rounds(i, x):
    traced.append("rounds")
    return x + i


count("scan", lambda: [lax.scan(body, 0.0, xs) for _ in range(3)])
count("scan of other lengths", lambda: [lax.scan(body, 0.0, jnp.arange(n * 1.0)) for n in (4, 5, 6)])
count("scan of a strong carry", lambda: [lax.scan(body, jnp.zeros(()), xs) for _ in range(2)])
count("scan of whole numbers", lambda: [lax.scan(body, 0, jnp.arange(3)) for _ in range(2)])
count("scan that promotes", lambda: [lax.scan(body, 0, xs) for _ in range(2)])
count("scan in reverse", lambda: lax.scan(body, 0.0, xs, reverse=True))
count("scan in jit", lambda: jax.jit(lambda a: lax.scan(body, a, xs)[0])(1.0))
count("scan in grad", lambda: jax.grad(lambda a: lax.scan(body, a, xs)[0])(1.0))
count("scan of a lambda", lambda: [lax.scan(lambda c, x: body(c, x), 0.0, xs) for _ in range(3)])
once = partial(body)
count("scan of a partial", lambda: [lax.scan(once, 0.0, xs) for _ in range(3)])
count("scan of partials", lambda: [lax.scan(partial(body), 0.0, xs) for _ in range(3)])
count("cond", lambda: [lax.cond(p, up, down, 1.0) for p in (True, False, True)])
count("cond of other types", lambda: [lax.cond(True, up, down, x) for x in (1, 1.0, jnp.ones(2))])
count("cond of one function", lambda: lax.cond(True, up, up, jnp.ones(3)))
count("cond in grad", lambda: jax.grad(lambda x: lax.cond(x > 0, up, down, x))(1.0))
count("switch", lambda: [lax.switch(1, [up, down, up], 1.0) for _ in range(3)])
count("while", lambda: [lax.while_loop(small, up, 0) for _ in range(3)])
count("while in jit", lambda: jax.jit(lambda x: lax.while_loop(small, up, x))(0))
count("fori", lambda: [lax.fori_loop(0, n, rounds, 0) for n in (2, 3, 4)])
count("fori of a traced bound", lambda: [jax.jit(lambda n: lax.fori_loop(0, n, rounds, 0))(n) for n in (2, 3)])
count("map", lambda: [lax.map(up, xs) for _ in range(3)])
count("checkpoint", lambda: [jax.checkpoint(up)(2.0) for _ in range(3)])
count("checkpoint in grad", lambda: [jax.grad(jax.checkpoint(up))(2.0) for _ in range(3)])

traced.clear()
lax.cond(True, up, down, jnp.ones(5))
lax.while_loop(small, up, jnp.int32(0))
lax.while_loop(small, lambda x: up(x) + 0.5, 0)
lax.switch(0, [down, up], jnp.ones(6))
print(traced)

rate = 2.0


def scaled(carry, x):
    return carry + x * rate, None


print(lax.scan(scaled, 0.0, xs)[0])
rate = 3.0
print(lax.scan(scaled, 0.0, xs)[0], jax.jit(lambda: lax.scan(scaled, 0.0, xs)[0])())


def scaling(w):
    def inner(carry, x):
        traced.append("inner")
        return carry + x * w, None

    return inner


twice = scaling(jnp.float32(2.0))
count("of a closure", lambda: [print(lax.scan(twice, 0.0, xs)[0]) for _ in range(2)])
print(jax.grad(lambda w: lax.scan(scaling(w), 0.0, xs)[0])(2.0))


def tell(what, f):
    try:
        print(what, f())
    except Exception as error:
        print(what, type(error).__name__, error)


def asking(carry, x):
    return carry, (x if x > 0 else carry)


tell("scan", lambda: lax.scan(asking, 0.0, xs))
tell("scan", lambda: lax.scan(lambda c, x: (c, float(c["a"][1])), {"a": (1.0, 2.0)}, xs))
tell("cond", lambda: lax.cond(True, lambda v: 1, lambda v: 1 if v > 0 else 2, 2.0))
tell("switch", lambda: lax.switch(0, [lambda v: 1, lambda v: 1 if v > 0 else 2], 2.0))
tell("while", lambda: lax.while_loop(lambda v: True if v > 0 else False, lambda v: v, 2.0))
tell("while", lambda: lax.while_loop(lambda v: v > 0, lambda v: 1.0 if v > 0 else 2.0, 2.0))
tell("fori", lambda: lax.fori_loop(0, 3, lambda i, v: v if i > 0 else v, 2.0))
tell("fori", lambda: lax.fori_loop(0, 3, lambda i, v: v if v > 0 else v, 2.0))
tell("fori in jit", lambda: jax.jit(lambda n: lax.fori_loop(0, n, lambda i, v: v if v > 0 else v, 2.0))(3))
tell("scan", lambda: lax.scan(lambda c, x: (c, {"k": ("a", x)}), 0.0, xs))
tell("scan", lambda: lax.scan(lambda c, x: None, 0.0, xs))
tell("scan", lambda: lax.scan(lambda c, x: (c, x, x), 0.0, xs))
tell("scan", lambda: lax.scan(lambda c, x: c, 0.0, xs))
tell("cond", lambda: lax.cond(True, lambda v: v, lambda v: "a", 2.0))
tell("while", lambda: lax.while_loop(lambda v: "a", lambda v: v, 2.0))
tell("while", lambda: lax.while_loop(lambda v: None, lambda v: v, 2.0))
tell("jit", lambda: jax.jit(lambda v: {"k": ("a", v)})(2.0))
tell("fori", lambda: lax.fori_loop(0, 3.0, lambda i, v: v, jnp.int32(0)))
tell("fori", lambda: lax.fori_loop(jnp.int8(0), 3, lambda i, v: v, jnp.int8(0)))
tell("fori", lambda: lax.fori_loop(jnp.int8(0), 3, lambda i, v: i, jnp.int8(0)))
