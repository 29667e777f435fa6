import jax, jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.nnx import bridge
import optax


class Encoder(nnx.Module):
    def __init__(self, din, dh, rngs):
        self.fc = nnx.Linear(din, dh, rngs=rngs)
        self.norm = nnx.LayerNorm(dh, rngs=rngs)

    def __call__(self, x):
        return nnx.relu(self.norm(self.fc(x)))


class Head(nn.Module):
    out: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(8, name="hidden")(x)
        x = nn.silu(x)
        return nn.Dense(self.out, name="out")(x)


class Mixed(nnx.Module):
    def __init__(self, rngs):
        self.encoder = Encoder(3, 4, rngs)
        self.head = bridge.ToNNX(Head(2), rngs=rngs).lazy_init(jnp.ones((1, 4)))

    def __call__(self, x):
        return self.head(self.encoder(x))


model = Mixed(nnx.Rngs(0))
x = jax.random.normal(jax.random.key(0), (5, 3))
y = jnp.stack([x.sum(1), x.prod(1)], 1)
tx = optax.adamw(1e-2)
opt = nnx.Optimizer(model, tx, wrt=nnx.Param)


@nnx.jit
def step(model, opt, x, y):
    loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
    opt.update(model, grads)
    return loss


for i in range(3):
    print(i, step(model, opt, x, y))
print(jax.tree.map(lambda a: a.shape, nnx.to_pure_dict(nnx.state(model, nnx.Param))))


class LinenWrap(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = bridge.to_linen(nnx.Linear, 3, 4, name="enc")(x)
        x = bridge.ToLinen(nnx.LayerNorm, args=(4,))(x)
        return nn.Dense(1)(x)


m = LinenWrap()
v = m.init(jax.random.key(0), x)
print(jax.tree.map(jnp.shape, v))
print(m.apply(v, x).shape)
for path, val in nnx.iter_graph(model):
    if isinstance(val, nnx.Param):
        print(path, val.shape)
for path, module in model.iter_modules():
    print(path, type(module).__name__)
g, p, rest = nnx.split(model, nnx.Param, ...)
print(rest)
opt2 = optax.multi_transform({"enc": optax.sgd(0.1), "head": optax.set_to_zero()}, {"encoder": "enc", "head": "head"})
pure = nnx.to_pure_dict(p)
s = opt2.init(pure)
grads = jax.tree.map(jnp.ones_like, pure)
u, s = opt2.update(grads, s, pure)
print(jax.tree.map(lambda a: float(a.sum()), u))
