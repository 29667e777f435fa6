import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx
from flax.nnx import bridge

# Flax's own bridge: ToNNX makes a Linen layer part of an NNX model.
x = jnp.array([[1.0, -2.0, 0.5], [0.0, 1.0, -1.0]])
y = jnp.array([[1.0], [-1.0]])


class Mixed(nnx.Module):
    def __init__(self, rngs):
        self.encoder = nnx.Linear(3, 4, rngs=rngs)
        self.head = bridge.ToNNX(nn.Dense(features=1), rngs=rngs)

    def __call__(self, x):
        return self.head(nnx.relu(self.encoder(x)))


# A Linen layer has parameters once it has seen an input.
model = bridge.lazy_init(Mixed(nnx.Rngs(0)), x)
optimizer = nnx.Optimizer(model, optax.sgd(0.1), wrt=nnx.Param)


def loss(model):
    return jnp.mean((model(x) - y) ** 2)


for _ in range(4):
    value, grads = nnx.value_and_grad(loss)(model)
    optimizer.update(model, grads)
    print("loss", value)

rows, columns = model.head.kernel.shape
print(f"the head's kernel is {rows} by {columns}")
