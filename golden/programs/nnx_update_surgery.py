import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.enc = nnx.Linear(2, 3, rngs=rngs)
        self.head = nnx.Linear(3, 2, rngs=rngs)

    def __call__(self, x):
        return self.head(nnx.tanh(self.enc(x)))


m = Net(nnx.Rngs(0))
x = jnp.array([1.0, -1.0])
other = nnx.state(Net(nnx.Rngs(1)))
nnx.update(m, {"enc": other.enc})
print(jnp.array_equal(m.enc.kernel[...], other.enc.kernel[...]), m(x))
nnx.update(m, {"head": {"bias": jnp.array([10.0, 20.0])}})
print(m.head.bias, m(x))
params = nnx.state(m, nnx.Param)
nnx.update(m, jax.tree.map(lambda p: p * 0.5, params))
print(m.head.bias[...])
m.head = nnx.Linear(3, 1, rngs=nnx.Rngs(5))
print(m(x), m.head.kernel.shape)
m.enc.kernel = nnx.Param(jnp.eye(2, 3))
print(m(x))
m.enc.bias[...] += 1.0
print(m.enc.bias[...])
m.extra = nnx.Dict(scale=nnx.Param(jnp.ones(2)))
print(list(nnx.state(m)), m.extra.scale, m.extra["scale"][...])
m.extra["shift"] = nnx.Param(jnp.zeros(1))
print(list(m.extra), len(m.extra), "shift" in m.extra)
del m.extra["shift"]
print(list(m.extra))
nnx.update(m, {"added": nnx.Param(jnp.ones(1))})
print(m.added)
print(nnx.as_pure(nnx.state(m, nnx.PathContains("enc"))))
leaf = nnx.Param(jnp.ones(2))
nnx.update(leaf, jnp.zeros(2))
print(leaf)


def freeze(path, v):
    return "enc" in path and isinstance(v, nnx.Param)


grads = nnx.grad(
    lambda m: (m(x) ** 2).sum(),
    argnums=nnx.DiffState(0, nnx.All(nnx.Param, nnx.Not(freeze), nnx.Not(nnx.PathContains("extra")))),
)(m)
print(grads)
a, b = nnx.split(m, freeze, ...)[1:]
print(list(a), list(b))


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: nnx.update(m, {"enc": nnx.Param(jnp.ones(1))}))
attempt(lambda: m.extra["absent"])
attempt(lambda: m.extra.absent)
attempt(lambda: nnx.update((1, 2), {0: 3}))
attempt(lambda: nnx.update(leaf, {}, {}))
