from functools import partial

import jax
import jax.numpy as jnp

x = jnp.arange(3.0)


@partial(jax.jit, static_argnums=1)
def scale(x, n):
    return {"scaled": x * n}


print(scale.lower(x, 2).compile()(x))
print(scale.trace(x, 2).jaxpr)
print(scale.lower(jax.ShapeDtypeStruct((3,), jnp.float32), 2).out_info)
add = jax.jit(lambda a, b: a + b).lower(x, x).compile()
print(add(x, x + 1), add.in_tree)
for f in (lambda: add(x, jnp.arange(3)), lambda: add(jnp.arange(4.0), x), lambda: add(x), lambda: add([x], x)):
    try:
        f()
    except TypeError as error:
        print(error)
print(jax.make_jaxpr(lambda x, name: x * len(name), static_argnums=1, return_shape=True)(1.0, "ab"))
jax.clear_caches()
with jax.checking_leaks():
    print(jax.jit(jnp.sin)(0.0))
