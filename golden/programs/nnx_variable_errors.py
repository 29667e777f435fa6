import warnings

import jax.numpy as jnp
from flax import nnx


class Own(nnx.Variable):
    pass


p = nnx.Param(jnp.array([1.0, 2.0]))


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


def in_place(op):
    scope = {"p": nnx.Param(jnp.array([1.0, 2.0]))}
    exec(f"p {op} 1", scope)


for op in "+= -= *= @= /= //= %= **= <<= >>= &= ^= |=".split():
    attempt(lambda: in_place(op))
attempt(lambda: setattr(p, "note", 1))
attempt(lambda: setattr(p, "shape", 1))
attempt(lambda: delattr(p, "note"))
attempt(lambda: p > 0)
attempt(lambda: divmod(p, 2))
attempt(lambda: hash(p))
attempt(lambda: bool(p != 0))
attempt(lambda: f"{nnx.Param(jnp.float32(2.0)):.3f}")
attempt(lambda: p.get_metadata("absent"))
attempt(lambda: p.get_metadata("a", exclude_required=True))
attempt(lambda: p.get_metadata(default=1))
attempt(lambda: p.set_metadata())
attempt(lambda: p.set_metadata({"a": 1}, b=2))
attempt(lambda: p.copy_from(nnx.BatchStat(jnp.ones(2))))
attempt(lambda: nnx.variable_type_from_name("nothing_of_the_kind"))
attempt(lambda: nnx.variable_name_from_type(Own))
attempt(lambda: nnx.register_variable_name("params", nnx.Param))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(p.value)
    p.value = jnp.ones(2)
    print(p.raw_value)
    p.raw_value = jnp.zeros(2)
    print(p[...])
for w in seen:
    print(w.category.__name__, w.message)
