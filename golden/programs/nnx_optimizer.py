import re

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.a = nnx.Linear(2, 3, rngs=rngs)
        self.bn = nnx.BatchNorm(3, rngs=rngs)
        self.b = nnx.Linear(3, 1, rngs=rngs)

    def __call__(self, x):
        return self.b(nnx.relu(self.bn(self.a(x))))


x = jax.random.normal(jax.random.key(0), (8, 2))
y = x[:, :1] - x[:, 1:]


def loss(m):
    return ((m(x) - y) ** 2).mean()


for name, tx in {
    "sgd": optax.sgd(0.1),
    "momentum": optax.sgd(0.1, momentum=0.9),
    "adam": optax.adam(0.1),
    "clipped": optax.chain(optax.clip_by_global_norm(0.5), optax.adamw(0.05)),
}.items():
    m = Net(nnx.Rngs(0))
    opt = nnx.Optimizer(m, tx, wrt=nnx.Param)
    losses = []
    for _ in range(4):
        value, grads = nnx.value_and_grad(loss)(m)
        opt.update(m, grads)
        losses.append(f"{value:.4f}")
    print(name, losses, opt.step[...])
m = Net(nnx.Rngs(0))
opt = nnx.Optimizer(m, optax.adam(0.1), wrt=nnx.PathContains("a"))
print(re.sub(r" at 0x[0-9a-f]+", "", str(opt)))
before = nnx.state(m)
before = jax.tree.map(jnp.array, before)
updates = opt.update(m, nnx.grad(loss, argnums=nnx.DiffState(0, nnx.PathContains("a")))(m))
print(type(updates).__name__, jax.tree.map(jnp.shape, updates))
print(jax.tree.map(lambda a, b: bool((a == b).all()), before, nnx.state(m)))
print(jax.tree.map(jnp.shape, nnx.state(opt)))


@nnx.jit
def train(m, opt):
    value, grads = nnx.value_and_grad(loss)(m)
    opt.update(m, grads)
    return value


m = Net(nnx.Rngs(1))
opt = nnx.Optimizer(m, optax.sgd(0.1), wrt=nnx.Param)
print([f"{train(m, opt):.4f}" for _ in range(4)], opt.step[...], m.bn.mean[...].shape)
both = nnx.ModelAndOptimizer(m, optax.sgd(0.1))
both.update(nnx.grad(loss)(both.model))
print(both.model is m, both.step[...])
ema = nnx.EMA(m, 0.9, only=nnx.Param)
m.a.kernel[...] = jnp.zeros((2, 3))
ema.update(m)
print(ema.params.a.kernel[...] / 0.9 == both.model.a.kernel[...] if False else ema.apply_to(m).a.kernel.shape)


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: nnx.Optimizer(m, optax.sgd(0.1)))
attempt(lambda: opt.update(nnx.grad(loss)(m)))
attempt(lambda: opt.model)
attempt(lambda: opt.absent)
