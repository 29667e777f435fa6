import jax
import jax.numpy as jnp
from flax import nnx
import flax.linen as nn

x = jnp.array([0.5, -1.0, 2.0])
y = jnp.array([1.0, 0.0])


class Mixed(nn.Module):
    def setup(self):
        self.encoder = nnx.bridge.to_linen(nnx.Linear, 3, 4)
        self.head = nn.Dense(features=2)

    def __call__(self, x):
        return self.head(jax.nn.relu(self.encoder(x)))


model = Mixed()
variables = model.init(jax.random.PRNGKey(0), x)
# Linen hashes the names of modules into its keys: the weights of the plain dicts instead.
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
plain = nn.Dense(features=2).init(jax.random.PRNGKey(1), jnp.zeros(4))
variables["params"]["encoder"] = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
variables["params"]["head"] = plain["params"]


def loss_fn(variables):
    return jnp.mean((model.apply(variables, x) - y) ** 2)


loss, grads = jax.value_and_grad(loss_fn)(variables)
new = jax.tree.map(lambda p, g: p - 0.02 * g, variables, grads)
print("before", loss)
print("after", loss_fn(new))
for path, leaf in jax.tree_util.tree_leaves_with_path(new):
    name = jax.tree_util.keystr(path, simple=True, separator="/")
    print("leaf", name, "x".join(map(str, leaf.shape)) or "scalar")
