import jax.numpy as jnp
from flax import nnx


@nnx.split_rngs(splits=3)
@nnx.vmap
def create(rngs):
    return nnx.Linear(2, 2, rngs=rngs)


rngs = nnx.Rngs(0)
models = create(rngs)
print(models.kernel.shape, rngs.default.count[...], rngs.default.key.shape)
print(models.kernel[...])
x = jnp.ones((3, 4, 2))
y = nnx.vmap(lambda m, x: m(x))(models, x)
print(y.shape, y[:, 0])
y = nnx.vmap(lambda m, x: m(x), in_axes=(0, None))(models, x[0])
print(y.shape)


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.lin = nnx.Linear(2, 2, rngs=rngs)
        self.sum = nnx.Variable(jnp.zeros(3))
        self.shared = nnx.BatchStat(jnp.ones(()))


axes = nnx.StateAxes({nnx.Param: None, nnx.BatchStat: None, ...: 0})
c = Counter(nnx.Rngs(1))


@nnx.vmap(in_axes=(axes, 0), out_axes=1)
def apply(m, x):
    m.sum[...] += x.sum()
    return m.lin(x) * m.shared


print(apply(c, x[:, 0]).shape, c.sum[...])
print(
    axes,
    axes[nnx.Param],
    list(axes),
    len(axes),
    axes == nnx.StateAxes({nnx.Param: None, nnx.BatchStat: None, ...: 0}),
)


@nnx.vmap(in_axes=None, out_axes=(0, None), axis_size=4)
def make(value):
    return nnx.Param(value), value


p, v = make(jnp.float32(2.0))
print(p, v)


@nnx.vmap(in_axes=({"m": 0, "k": None},))
def nested(tree):
    return tree["m"](tree["k"])


print(nested({"m": models, "k": x[0]}).shape)


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__)


attempt(lambda: nnx.vmap(lambda m, x: m(x), in_axes=(0, 0))(models, jnp.ones((4, 2))))
attempt(lambda: nnx.vmap(lambda m, x: m(x), in_axes=(0, 0, 0))(models, x))
grads = nnx.vmap(nnx.grad(lambda m, x: m(x).sum()))(models, x)
print(type(grads).__name__, grads.bias)
