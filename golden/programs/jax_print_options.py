import numpy as np

import jax.numpy as jnp

a = jnp.array([1.23456789, 1e-5, 123.456])
b = jnp.array([0.1, 2.55555, 100.0])
with jnp.printoptions(precision=3):
    print(a, b, repr(a), repr(b))
with jnp.printoptions(precision=3, suppress=True):
    print(a, b, repr(a), repr(a[0]), str(a[0]), f"{a}")
with np.printoptions(precision=2):
    print(jnp.array([1e10, 1.5e-8]), jnp.float32(1.23456), repr(jnp.float32(1.23456)), jnp.array([1.234], jnp.bfloat16))
with jnp.printoptions(threshold=5):
    print(jnp.arange(7), jnp.ones((2, 4)), repr(jnp.arange(7)))
with jnp.printoptions(threshold=5, edgeitems=1):
    print(jnp.arange(7), jnp.ones((4, 4)))
with jnp.printoptions(linewidth=30):
    print(jnp.arange(20.0), repr(jnp.arange(20.0)))
with jnp.printoptions(precision=0):
    print(a, repr(b))
jnp.set_printoptions(4)
print(a, np.get_printoptions()["precision"])
jnp.set_printoptions(precision=8)
print(a, jnp.get_printoptions())
for f in (lambda: jnp.set_printoptions(precision=2.5), lambda: jnp.set_printoptions(threshold="a")):
    try:
        f()
    except TypeError as error:
        print(error)
with np.printoptions(precision=3, suppress=True):
    print(np.array([1.23456, 1e-6]))
