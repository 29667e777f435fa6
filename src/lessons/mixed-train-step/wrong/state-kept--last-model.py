import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

made_for = None
params = None


def mixed_train_step(seed, x, y, lr):
    global made_for, params
    seed = int(seed)
    head = nn.Dense(features=y.shape[-1])
    if made_for != (seed, x.shape, y.shape):
        made_for = (seed, x.shape, y.shape)
        encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
        params = {
            "nnx": {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
            "linen": head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
        }

    def loss_fn(p):
        h = jax.nn.relu(x @ p["nnx"]["kernel"] + p["nnx"]["bias"])
        return jnp.mean((head.apply(p["linen"], h) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(params)
    params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    return jnp.stack([before, loss_fn(params)])
