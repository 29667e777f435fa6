import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx
from flax.nnx import bridge

x = jax.random.normal(jax.random.key(0), (2, 3))
t = bridge.to_linen(nnx.Linear, 3, out_features=2)
variables = t.init(jax.random.key(1), x)
print(variables)
print(t.apply(variables, x))


class Outer(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = bridge.to_linen(nnx.Linear, 3, 4, name="encoder")(x)
        return nn.Dense(1)(nn.relu(x))


outer = Outer()
params = outer.init(jax.random.key(0), x)
print(jax.tree.map(jnp.shape, params))
print(outer.apply(params, x))
grads = jax.grad(lambda p: outer.apply(p, x).sum())(params)
print(grads["params"]["encoder"]["bias"], grads["params"]["Dense_0"]["kernel"].shape)


class WithStats(nnx.Module):
    def __init__(self, rngs):
        self.bn = nnx.BatchNorm(3, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x, train=True):
        return self.drop(self.bn(x, use_running_average=not train), deterministic=not train)

    def scaled(self, x):
        return x * 3


s = bridge.ToLinen(WithStats)
v = s.init({"params": jax.random.key(0), "dropout": jax.random.key(1)}, x)
print(jax.tree.map(jnp.shape, v))
y, updates = s.apply(v, x, mutable=["batch_stats"], rngs={"dropout": jax.random.key(2)})
print(y, updates["batch_stats"]["bn"]["mean"])
print(s.apply(v, x, train=False, rngs={"dropout": jax.random.key(2)}))
print(s.apply(v, x, nnx_method="scaled", rngs={"dropout": jax.random.key(2)}))
