import jax
import jax.numpy as jnp
from flax import nnx
import flax.linen as nn

x = jnp.array([0.5, -1.0, 2.0])
y = jnp.array([1.0, 0.0])


class Mixed(nnx.Module):
    def __init__(self):
        self.encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
        dense = nn.Dense(features=2)
        self.head = nnx.bridge.ToNNX(dense, rngs=nnx.Rngs(1))
        self.head.lazy_init(jnp.zeros(4))

    def __call__(self, x):
        return self.head(jax.nn.relu(self.encoder(x)))


model = Mixed()
# The wrapper draws from a key of its own: the weights of the plain dicts instead.
key = jax.random.PRNGKey(1)
plain = nn.Dense(features=2).init(key, jnp.zeros(4))
model.head.kernel[...] = plain["params"]["kernel"]


def loss_fn(model):
    return jnp.mean((model(x) - y) ** 2)


loss, grads = nnx.value_and_grad(loss_fn)(model)
params = nnx.state(model, nnx.Param)
nnx.update(model, jax.tree.map(lambda p, g: p - 0.02 * g, params, grads))
print("before", loss)
print("after", loss_fn(model))
for path, leaf in jax.tree_util.tree_leaves_with_path(nnx.state(model)):
    name = jax.tree_util.keystr(path, simple=True, separator="/")
    print("leaf", name, "x".join(map(str, leaf.shape)) or "scalar")
