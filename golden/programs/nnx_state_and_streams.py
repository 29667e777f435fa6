import jax, jax.numpy as jnp
from flax import nnx

rngs = nnx.Rngs(0, params=1, dropout=2)
print(rngs)
print(rngs.params(), rngs.dropout(), rngs.noise(), rngs())
print(jax.random.key_data(rngs.params()), rngs.params.count[...])


class Count(nnx.Variable):
    pass


class M(nnx.Module):
    def __init__(self, rngs):
        self.w = nnx.Param(jax.random.normal(rngs.params(), (2, 3)))
        self.count = Count(jnp.array(0))
        self.name = "m"

    def __call__(self, x):
        self.count[...] += 1
        return x @ self.w


m = M(rngs)
print(m(jnp.ones((1, 2))), m.count)
print(nnx.state(m, Count))
print(nnx.state(m))
print(m.w.value, m.w.get_value() is m.w[...], m.w.shape, m.w + 1, m.w.T.shape, m.w.sum(), m.w.mean())
m.w.value = jnp.zeros((2, 3))
print(m.w)
m.w.set_value(jnp.ones((2, 3)))
print(m.w[0], m.w[0, 1])
m.w[0] = 5
print(m.w[...])
m2 = nnx.clone(m)
m2.w[...] = m2.w * 2
print(m.w[0, 0], m2.w[0, 0])
nnx.update(m, nnx.state(m2))
print(m.w[0, 0])
print(nnx.pop(m, Count), hasattr(m, "count"))
graphdef, params, rest = nnx.split(m, nnx.Param, ...)
print(graphdef)
print(params)
print(rest)
m3 = nnx.merge(graphdef, jax.tree.map(lambda x: x * 10, params), rest)
print(m3.w[1])
st = nnx.state(m)
print(st["w"], st.w, list(st.keys()), nnx.to_flat_state(st))
print(nnx.to_pure_dict(st))
nnx.replace_by_pure_dict(st, {"w": jnp.zeros((2, 3))})
print(st)
filt = nnx.All(nnx.Param, nnx.PathContains("w"))
print(nnx.state(m, filt))
print(nnx.state(m, nnx.Not(nnx.Param)))
print(nnx.eval_shape(lambda: M(nnx.Rngs(0))).w)
abs_state = nnx.state(nnx.eval_shape(lambda: nnx.Linear(2, 3, rngs=nnx.Rngs(0))))
print(abs_state)


@nnx.jit
def create():
    return nnx.Linear(2, 3, rngs=nnx.Rngs(0))


print(create().kernel)
try:
    nnx.Linear(2, 3)
except TypeError as e:
    print(e)
try:
    m(jnp.ones((1, 5)))
except Exception as e:
    print(type(e).__name__, e)
import warnings

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    m.w.value
    print([(x.category.__name__, str(x.message)) for x in w])
