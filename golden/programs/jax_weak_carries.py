"""Which results of loops and branches are weakly typed."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

one, whole = jnp.float32(1), jnp.int32(1)
weak = jnp.full(2, 2.0)
for result in [
    lax.scan(lambda c, _: (c + 0.5, c), 0, None, 2),
    lax.scan(lambda c, _: (c + 0.5, c), 0.0, None, 2),
    lax.scan(lambda c, x: (c + x, (c, c * 2)), 0.0, jnp.arange(2.0)),
    lax.scan(lambda c, x: (c + x, (c, c * 2)), 0, jnp.arange(2)),
    lax.scan(lambda c, x: (c + x, (c, c * 2)), 0, jnp.arange(2.0)),
    lax.scan(lambda c, x: (2.0, c), one, None, 2),
    lax.scan(lambda c, x: (c, (1, 2.0, True, one)), one, None, 2),
    lax.scan(lambda c, x: (c + x, c), 0, jnp.arange(2, dtype=jnp.int8)),
    lax.scan(lambda c, x: (c + x, c), 0.0, jnp.arange(2, dtype=jnp.bfloat16)),
    lax.scan(lambda c, x: (c * x, x * 2), 0.0, weak),
    jax.vmap(lambda a: lax.scan(lambda c, x: (c + x, c), a, jnp.arange(2.0)))(weak),
    jax.jvp(lambda a: lax.scan(lambda c, x: (c * x, c), a, jnp.arange(1.0, 3.0)), (1.0,), (1.0,)),
    lax.while_loop(lambda c: c < 3, lambda c: c + 1, 0),
    lax.while_loop(lambda c: c < 3, lambda c: c + whole, 0),
    lax.while_loop(lambda c: c < 3, lambda c: c + 1.0, 0),
    lax.while_loop(lambda c: c < 3, lambda c: 5.0, one),
    lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, c[1] * one), (0, 1.0)),
    lax.while_loop(lambda c: c < 0, lambda c: c + whole, 0),
    lax.fori_loop(0, 3, lambda i, c: c + i, 0),
    lax.fori_loop(0, 3, lambda i, c: c + i, 0.0),
    lax.fori_loop(0, 3, lambda i, c: i, 0),
    lax.fori_loop(whole, 3, lambda i, c: c + i, 0.0),
    lax.fori_loop(0, 0, lambda i, c: c + one, 0.0),
    lax.fori_loop(0, 3, lambda i, c: c + 0.5, 0),
    jax.jit(lambda n: lax.fori_loop(0, n, lambda i, c: c + i, 0))(3),
    lax.cond(True, lambda x: x, lambda x: x * 2, 1.0),
    lax.cond(True, lambda x: x, lambda x: x * one, 1.0),
    lax.cond(False, lambda x: x * one, lambda x: x * 2, 1.0),
    lax.cond(True, lambda: 1.0, lambda: 2.0),
    lax.cond(True, lambda: 1, lambda: whole),
    lax.cond(True, lambda x: (x, 1.0), lambda x: (x, one), 3),
    lax.cond(True, lambda x: x, lambda x: x, np.float32(3)),
    lax.switch(1, [lambda x: x, lambda x: x * one, lambda x: 1.0], 1.0),
    lax.switch(1, [lambda x: x * one, lambda x: x, lambda x: 1.0], 1.0),
    jax.grad(lambda x: lax.cond(True, lambda x: x, lambda x: x * one, x))(1.0),
    lax.map(lambda x: 1.0, jnp.arange(2.0)),
    lax.map(lambda x: x * 2, weak),
]:
    print(repr(result))
