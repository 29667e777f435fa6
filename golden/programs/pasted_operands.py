"""Arrays beside texts, lists and None: what is an error, and what has rules of its own."""

import jax.numpy as jnp
from flax import nnx

x = jnp.array(3)
print("ab" * x, "%d steps" % x, x == "a", x != "a", x == None)  # noqa: E711
weight = nnx.Linear(2, 1, rngs=nnx.Rngs(0)).kernel

for name, use in {
    "list times array": lambda: [0] * x,
    "array times list": lambda: x * [0],
    "tuple plus array": lambda: (1, 2) + x,
    "None plus array": lambda: None + x,
    "array plus None": lambda: x + None,
    "array minus text": lambda: x - "a",
    "array to a text": lambda: x ** "a",
    "Param plus text": lambda: weight + "a",
    "Param times None": lambda: weight * None,
}.items():
    try:
        print(name, use())
    except TypeError as error:
        print(f"{name}: {error}")
