"""Functions that few programs use, found without their names standing in the program."""

import types

import jax
import jax.numpy as jnp

x = jnp.array([3.0, 1.0, 2.0])
print(getattr(jnp, "med" + "ian")(x))
print(vars(jnp)["pt" + "p"](x), jnp.__dict__["tra" + "pezoid"](x))

for name in dir(jnp):
    if name.startswith("nan") and name not in ("nan", "nan_to_num", "nanpercentile", "nanquantile"):
        print(name, getattr(jnp, name)(x))

square = jnp.array([[2.0, 1.0], [1.0, 3.0]])
linear = getattr(jnp, "lin" + "alg")
print([name for name in dir(linear) if name.startswith("mat")])
print([round(float(getattr(linear, name)(square)), 5) for name in ("d" + "et", "no" + "rm")])

helper = types.ModuleType("helper")
exec("from jax import *\nfrom jax.numpy import *\n", vars(helper))
print(vars(helper)["hes" + "sian"](lambda v: (v**3).sum())(x))
print(vars(helper)["k" + "ron"](x, x))

text = str(getattr(jax, "make_" + "jax" + "pr")(jnp.sin)(x))
print(text)
print(getattr(jax.lax, "popu" + "lation_count")(jnp.array([7, 8])), getattr(jax.nn, "ce" + "lu")(-x))
print(getattr(jax.random, "max" + "well")(jax.random.key(0), (2,)))
