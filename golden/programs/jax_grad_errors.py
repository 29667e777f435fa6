import jax
import jax.numpy as jnp

x3 = jnp.ones(3)
for f in (
    lambda: jax.grad(lambda x: x)(x3),
    lambda: jax.grad(lambda x: (x.sum(), 2))(x3),
    lambda: jax.grad(lambda x: {"a": x})(x3),
    lambda: jax.grad(lambda x: None)(1.0),
    lambda: jax.grad(lambda x: [x * 2])(1.0),
    lambda: jax.grad(lambda x: (x, x))(1.0),
    lambda: jax.grad(lambda x: x.reshape(1, 1))(1.0),
    lambda: jax.grad(lambda x: x * 2, has_aux=True)(1.0),
    lambda: jax.grad(lambda x: (x * 2, 1, 2), has_aux=True)(1.0),
    lambda: jax.grad(lambda x: x * 1.0)(2),
    lambda: jax.grad(lambda x: x * 1.0)(True),
    lambda: jax.grad(lambda x: x.astype(int))(1.0),
    lambda: jax.grad(lambda x: x, argnums=2)(1.0),
    lambda: jax.grad(3),
    lambda: jax.grad(lambda s: 1.0)("foo"),
    lambda: jax.grad(lambda x: float(x))(1.0),
    lambda: jax.grad(lambda x: x.foo)(1.0),
    lambda: jax.vjp(lambda x: x * 2, 1.0)[1](x3),
    lambda: jax.jvp(lambda x: x, 1.0, 1.0),
    lambda: jax.jvp(lambda x: x, (1.0,), (1,)),
    lambda: jax.jvp(lambda x: x, (1.0,), (x3,)),
    lambda: jax.jvp(lambda x: x, (1.0,), (1.0, 2.0)),
    lambda: jax.jacfwd(lambda x: x)(jnp.arange(3)),
    lambda: jax.jacrev(lambda x: x)(jnp.arange(3)),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", str(e).split(" at /")[0])
