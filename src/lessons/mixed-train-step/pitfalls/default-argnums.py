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


def loss_fn(nnx_params, linen_params):
    h = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
    return jnp.mean((head.apply(linen_params, h) - y) ** 2)


# Without argnums, the gradient is taken for the first argument alone.
grads = jax.grad(loss_fn)(nnx_params, linen_params)
print("leaves of the gradient:", ", ".join(sorted(grads)))

# One tree came back. A dict with two entries unpacks into its two keys, so this line goes through.
nnx_grads, linen_grads = grads

# The update is where it fails.
jax.tree.map(lambda p, g: p - 0.02 * g, nnx_params, nnx_grads)
