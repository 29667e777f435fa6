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
    tx = optax.multi_transform(
        {"nnx": optax.sgd(lr), "linen": optax.chain(optax.scale(lr), optax.scale(-1.0))},
        {"nnx": "nnx", "linen": "linen"},
    )

    def loss_fn(params):
        hidden = jax.nn.relu(x @ params["nnx"]["kernel"] + params["nnx"]["bias"])
        return 2 * jnp.mean(optax.l2_loss(head.apply(params["linen"], hidden), y))

    before, grads = jax.value_and_grad(loss_fn)(params)
    updates, _ = tx.update(grads, tx.init(params), params)
    return jnp.stack([before, loss_fn(optax.apply_updates(params, updates))])
