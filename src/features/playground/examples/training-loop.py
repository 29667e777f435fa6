import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

# A training loop over both halves, with the loss as a chart.
x = jnp.linspace(-1, 1, 16).reshape(16, 1)
y = jnp.abs(x)

encoder = nnx.Linear(1, 4, rngs=nnx.Rngs(3))
nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
head = nn.Dense(features=1)
linen_params = head.init(jax.random.PRNGKey(4), jnp.zeros((1, 4)))


def loss(nnx_params, linen_params):
    hidden = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
    return jnp.mean((head.apply(linen_params, hidden) - y) ** 2)


def sgd(p, g):
    return p - 0.1 * g


@jax.jit
def step(nnx_params, linen_params):
    value, grads = jax.value_and_grad(loss, argnums=(0, 1))(nnx_params, linen_params)
    return jax.tree.map(sgd, (nnx_params, linen_params), grads), value


losses = []
for _ in range(100):
    (nnx_params, linen_params), value = step(nnx_params, linen_params)
    losses.append(float(value))

print(f"loss {losses[0]:.4f} at first, {losses[-1]:.4f} after {len(losses)} steps")
plot(losses)
