import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx

x = jnp.array([0.5, -1.0, 2.0])
y = jnp.array([1.0, 0.0])
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
head = nn.Dense(features=2)


def loss_fn(nnx_params, linen_params):
    h = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
    return jnp.mean((head.apply(linen_params, h) - y) ** 2)


grad_fn = jax.grad(loss_fn, argnums=(0, 1))


def sgd(p, g):
    return p - 0.02 * g


def train(steps, move_linen):
    nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    linen_params = head.init(jax.random.PRNGKey(1), jnp.zeros(4))
    for _ in range(steps):
        nnx_grads, linen_grads = grad_fn(nnx_params, linen_params)
        nnx_params = jax.tree.map(sgd, nnx_params, nnx_grads)
        # The broken version computes linen_grads and drops it.
        if move_linen:
            linen_params = jax.tree.map(sgd, linen_params, linen_grads)
    return loss_fn(nnx_params, linen_params)


for steps in [0, 1, 5, 10]:
    print(f"after {steps}: both {train(steps, True):.4f}, NNX only {train(steps, False):.4f}")
