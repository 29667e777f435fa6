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
    optimizer = optax.sgd(learning_rate=lr)
    opt_state = optimizer.init(params)

    def loss_fn(params):
        hidden = jax.nn.relu(x @ params["nnx"]["kernel"] + params["nnx"]["bias"])
        return optax.squared_error(head.apply(params["linen"], hidden), y).mean()

    before, grads = jax.value_and_grad(loss_fn)(params)
    updates, opt_state = optimizer.update(grads, opt_state, params)
    params = optax.apply_updates(params, updates)
    return jnp.stack([before, loss_fn(params)])
