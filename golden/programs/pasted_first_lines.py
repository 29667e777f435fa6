"""The first lines of scripts: options, 64-bit types and where their warnings point."""

import warnings

import jax
import jax.numpy as jnp

jax.config.update("jax_platform_name", "cpu")
jax.config.update("jax_default_matmul_precision", "highest")
jax.config.update("jax_enable_x64", False)
try:
    jax.config.update("jax_fast_maths", True)
except AttributeError as error:
    print(error)


def warned(make):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        made = make()
    for one in seen:
        print(made.dtype, one.category.__name__, str(one.message).split(" is not ")[0])
        print("in the program:", one.filename.endswith("pasted_first_lines.py"))


warned(lambda: jnp.array([1, 2], dtype=jnp.int64))
warned(lambda: jnp.zeros(2, dtype="float64"))
warned(lambda: jnp.ones(2, dtype=float))
