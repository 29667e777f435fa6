import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    params = {
        "nnx": {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        "linen": head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    }

    def loss_fn(params):
        h = jax.nn.relu(x @ params["nnx"]["kernel"] + params["nnx"]["bias"])
        return jnp.mean((head.apply(params["linen"], h) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(params)
    scaled = jax.tree.map(lambda g: lr * g, grads)
    return jnp.stack([before, loss_fn(optax.apply_updates(params, scaled))])
