import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx

# A bend takes both halves: the encoder to place it, the head to weigh what comes of it.
x = jnp.linspace(-1, 1, 16).reshape(16, 1)
y = jnp.abs(x)
encoder = nnx.Linear(1, 4, rngs=nnx.Rngs(3))
head = nn.Dense(features=1)


def loss_fn(nnx_params, linen_params):
    h = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
    return jnp.mean((head.apply(linen_params, h) - y) ** 2)


grad_fn = jax.jit(jax.grad(loss_fn, argnums=(0, 1)))


def sgd(p, g):
    return p - 0.1 * g


def train(move_nnx, move_linen):
    nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    linen_params = head.init(jax.random.PRNGKey(4), jnp.zeros(4))
    losses = {}
    for steps in range(301):
        if steps in (0, 10, 100, 300):
            losses[steps] = loss_fn(nnx_params, linen_params)
        nnx_grads, linen_grads = grad_fn(nnx_params, linen_params)
        # The broken versions compute both gradients and drop one.
        if move_nnx:
            nnx_params = jax.tree.map(sgd, nnx_params, nnx_grads)
        if move_linen:
            linen_params = jax.tree.map(sgd, linen_params, linen_grads)
    return losses


both = train(True, True)
nnx_only = train(True, False)
linen_only = train(False, True)
for n in both:
    print(f"after {n}: both {both[n]:.4f}, NNX only {nnx_only[n]:.4f}, Linen only {linen_only[n]:.4f}")
