import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.drop = nnx.Dropout(0.5, rngs=rngs)
        self.bn = nnx.BatchNorm(2, rngs=rngs)
        self.inner = nnx.Sequential(nnx.Dropout(0.2, rngs=rngs), nnx.Linear(2, 2, rngs=rngs))

    def __call__(self, x):
        return self.inner(self.bn(self.drop(x)))


def modes(m):
    return m.drop.deterministic, m.bn.use_running_average, m.inner.layers[0].deterministic


m = Net(nnx.Rngs(0))
x = jnp.array([[1.0, 2.0], [3.0, 4.0]])
print(modes(m), m(x))
m.eval()
print(modes(m), m(x))
m.train()
print(modes(m))
m.train(rate=0.0)
print(m.drop.rate, m.inner.layers[0].rate)
m.set_attributes(nnx.BatchNorm, use_running_average=True)
print(modes(m))
m.set_attributes(nnx.PathContains("inner"), deterministic=True)
print(modes(m))
ev = nnx.view(m, deterministic=True, use_running_average=True)
print(modes(ev), modes(m), ev.bn.mean is m.bn.mean, ev is m)
ev = nnx.view(m, only=nnx.Dropout, deterministic=False)
print(modes(ev))
at = nnx.with_attributes(m, momentum=0.5)
print(at.bn.momentum, m.bn.momentum)


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: m.set_attributes(absent=1))
attempt(lambda: m.set_attributes(absent=1, raise_if_not_found=False))
attempt(lambda: nnx.view(m, absent=1))
attempt(lambda: nnx.with_attributes(m, absent=1))
d = nnx.Dropout(0.5, rngs=nnx.Rngs(1))
print(
    d(jnp.ones((2, 3))),
    d.rngs.count[...],
    d(jnp.ones((2, 3)), deterministic=True),
    d.rngs.count[...],
)
print(nnx.Dropout(0.5, broadcast_dims=(0,), rngs=nnx.Rngs(1))(jnp.ones((3, 2))))
print(nnx.Dropout(1.0, rngs=nnx.Rngs(1))(jnp.ones(2)), nnx.Dropout(0.0)(jnp.ones(2)))
