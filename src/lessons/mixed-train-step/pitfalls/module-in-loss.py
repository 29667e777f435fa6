import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx

x = jnp.array([0.5, -1.0, 2.0])
y = jnp.array([1.0, 0.0])
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
head = nn.Dense(features=2)
nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
linen_params = head.init(jax.random.PRNGKey(1), jnp.zeros(4))


# The module's own weights are used. The argument nnx_params is never read.
def loss_fn(nnx_params, linen_params):
    h = jax.nn.relu(encoder(x))
    return jnp.mean((head.apply(linen_params, h) - y) ** 2)


nnx_grads, linen_grads = jax.grad(loss_fn, argnums=(0, 1))(nnx_params, linen_params)
print("gradient of the NNX kernel")
print(nnx_grads["kernel"])
print("gradient of the Linen bias")
print(linen_grads["params"]["bias"])


def sgd(p, g):
    return p - 0.02 * g


new_nnx = jax.tree.map(sgd, nnx_params, nnx_grads)
new_linen = jax.tree.map(sgd, linen_params, linen_grads)
print("before", loss_fn(nnx_params, linen_params))
print("after ", loss_fn(new_nnx, new_linen))
