import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx
from flax.nnx import bridge

x = jax.random.normal(jax.random.key(0), (2, 3))
m = bridge.ToNNX(nn.Dense(2), rngs=nnx.Rngs(0))
same = m.lazy_init(x)
print(same is m, m.kernel, m.bias[...])
print(m(x))
print(nnx.state(m))


class Net(nn.Module):
    width: int

    @nn.compact
    def __call__(self, x, train=False):
        x = nn.relu(nn.Dense(self.width)(x))
        x = nn.BatchNorm(use_running_average=not train)(x)
        return nn.Dense(1, name="head")(nn.Dropout(0.5, deterministic=not train)(x))

    def double(self, x):
        return 2 * x


net = bridge.lazy_init(bridge.ToNNX(Net(4), rngs=nnx.Rngs(params=1, dropout=2)), x)
print(jax.tree.map(jnp.shape, nnx.to_pure_dict(nnx.state(net, nnx.Param))))
print(nnx.state(net, nnx.BatchStat))
print(net(x))
y = net(x, train=True, mutable=["batch_stats"])
print(y, net.BatchNorm_0["mean"][...])
print(net.double(jnp.ones(1)), net(jnp.ones(1), method="double"))


class Mixed(nnx.Module):
    def __init__(self, rngs):
        self.encoder = nnx.Linear(3, 4, rngs=rngs)
        self.head = bridge.ToNNX(nn.Dense(1), rngs=rngs)

    def __call__(self, x):
        return self.head(nnx.relu(self.encoder(x)))


model = Mixed(nnx.Rngs(0))
bridge.lazy_init(model, x)
target = jnp.ones((2, 1))
opt = nnx.Optimizer(model, optax.sgd(0.1), wrt=nnx.Param)
for _ in range(3):
    loss, grads = nnx.value_and_grad(lambda m: ((m(x) - target) ** 2).mean())(model)
    opt.update(model, grads)
    print(f"{loss:.6f}")
print(jax.tree.map(jnp.shape, nnx.to_pure_dict(grads)))


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: bridge.lazy_init(abs, x))
attempt(lambda: bridge.ToNNX(nn.Dense(2), rngs=nnx.Rngs(0))(x))
attempt(lambda: m.absent)
print(bridge.ToNNX(nn.Dense(2), rngs=jax.random.key(1)).lazy_init(x).kernel.shape)
