import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    params = {
        "nnx": {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        "linen": head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    }

    def example_loss(params, x, y):
        hidden = jax.nn.relu(params["nnx"]["kernel"].T @ x + params["nnx"]["bias"])
        return jnp.mean((head.apply(params["linen"], hidden) - y) ** 2)

    def loss_fn(params):
        if x.ndim == 1:
            return example_loss(params, x, y)
        return jax.vmap(example_loss, in_axes=(None, 0, 0))(params, x, y).mean()

    before, grads = jax.value_and_grad(loss_fn)(params)
    params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    return jnp.stack([before, loss_fn(params)])
