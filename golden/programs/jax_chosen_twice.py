"""What argnums may be: an argument that is named twice, none, True, numbers that reach too far."""

import jax
import jax.numpy as jnp


def tell(what, f):
    try:
        print(what, f())
    except Exception as error:
        print(what, type(error).__name__, error)


def product(x, y):
    return x * y


def doubled(*given):
    print("called with", given)
    return given[0] * 2.0


for argnums in [
    (0, 0),
    (1, 1),
    (0, 1, 0),
    (0, -2),
    (0, False),
    (),
    [],
    True,
    (True,),
    [0, 1],
    {0, 1},
    2,
    (2,),
    -3,
    1.0,
    "a",
]:
    for name in ["grad", "value_and_grad", "jacrev", "jacfwd", "hessian"]:
        tell(f"{name} {argnums!r}", lambda: getattr(jax, name)(product, argnums)(2.0, 3.0))
    tell(f"one {argnums!r}", lambda: jax.grad(lambda x: x * 2.0, argnums)(2.0))
tell("unused", lambda: jax.value_and_grad(doubled, (1, 1))(2.0, 3.0))
tell("None", lambda: jax.value_and_grad(doubled, (0, 0))(2.0, 3.0))
tell("weak", lambda: repr(jax.jacfwd(lambda x: x * 2)(jnp.full(2, 2.0))))
tell("weak", lambda: repr(jax.jacrev(lambda x: x * 2)(jnp.full(2, 2.0))))
tell("strong", lambda: repr(jax.jacrev(lambda x: x * 2)(jnp.ones(2))))
tell("whole", lambda: repr(jax.jacfwd(lambda x: (x, (x * 2).astype(int)))(1.0)))
tell("whole", lambda: jax.jacrev(lambda x: (x * 2).astype(int))(1.0))
tell("whole", lambda: jax.hessian(lambda x: 3)(1.0))
