"""Numbers that a differentiated function gives without tracing them come back as they were."""

import jax
import jax.numpy as jnp
import numpy as np

for number in [4.0, np.float32(4), np.float64(4), np.array(4.0, np.float32), jnp.float32(4)]:
    print(repr(jax.value_and_grad(lambda x: number)(1.0)))
    print(repr(jax.value_and_grad(lambda x: (x * 2, number), has_aux=True)(1.0)))
    print(repr(jax.vjp(lambda x: {"a": x * 2, "b": number}, 1.0)[0]))
    print(repr(jax.jvp(lambda x: {"a": x * 2, "b": number}, (1.0,), (1.0,))))
    value, pushed = jax.linearize(lambda x: [x * 2, number], 1.0)
    print(repr(value), repr(pushed(1.0)))
    print(repr(jax.jvp(lambda x, y: (x * 2, y), (1.0, number), (1.0, number))))
for number in [3, True]:
    print(repr(jax.jvp(lambda x: number, (1.0,), (1.0,))))
    value, pushed = jax.linearize(lambda x: [x * 2, number], 1.0)
    print(repr(value), repr(pushed(1.0)))
    try:
        jax.value_and_grad(lambda x: number)(1.0)
    except TypeError as error:
        print(error)
print(repr(jax.value_and_grad(lambda x: x)(1.0)))
print(repr(jax.value_and_grad(lambda x, y: x, argnums=1)(1.0, 2.0)))
print(repr(jax.jvp(lambda x: x, (1.0,), (1.0,))))
print(repr(jax.vjp(lambda x: x, 1.0)[0]))
print(repr(jax.jvp(lambda n: n * 2, (1,), (np.zeros((), jax.dtypes.float0),))))
print(repr(jax.grad(lambda x: (x * 1.0, {"n": np.arange(3), "s": "text"}), has_aux=True)(1.0)))
