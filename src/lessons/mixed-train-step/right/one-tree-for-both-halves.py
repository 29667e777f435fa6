import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    params = {
        "encoder": {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        "head": head.init(jax.random.PRNGKey(seed + 1), jnp.zeros((4,))),
    }

    def loss_fn(p):
        h = jax.nn.relu(x @ p["encoder"]["kernel"] + p["encoder"]["bias"])
        return jnp.mean((head.apply(p["head"], h) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(params)
    params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    return jnp.array([before, loss_fn(params)])
