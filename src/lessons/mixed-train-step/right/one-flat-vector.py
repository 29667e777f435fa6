import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from jax.flatten_util import ravel_pytree


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    both = (
        {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    )
    theta, unravel = ravel_pytree(both)

    def loss_fn(theta):
        n, l = unravel(theta)
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((head.apply(l, h) - y) ** 2)

    step = theta - lr * jax.grad(loss_fn)(theta)
    return jnp.array([loss_fn(theta), loss_fn(step)])
