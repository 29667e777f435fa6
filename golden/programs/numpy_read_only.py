"""NumPy arrays made of JAX's: a view may be read only, a copy may be changed."""

import jax
import jax.numpy as jnp
import numpy as np

x = jnp.arange(3.0)
for name, made in {
    "asarray": np.asarray(x),
    "asarray, same dtype": np.asarray(x, dtype=np.float32),
    "asarray, other dtype": np.asarray(x, dtype=np.int32),
    "array": np.array(x),
    "device_get": jax.device_get(x),
    "copy": np.asarray(x).copy(),
    "asarray of a list": np.asarray([1.0, 2.0, 3.0]),
}.items():
    array = made
    for what in ("set", "add", "fill"):
        try:
            if what == "set":
                array[0] = 5
            elif what == "add":
                array += 1
            else:
                array.fill(2)
            print(name, what, array)
        except ValueError as error:
            print(f"{name}, {what}: {error}")
print(x)
