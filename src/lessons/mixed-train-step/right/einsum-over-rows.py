import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    rows, targets = jnp.atleast_2d(x), jnp.atleast_2d(y)
    encoder = nnx.Linear(rows.shape[1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(targets.shape[1])
    params = {
        "u": encoder.kernel[...],
        "a": encoder.bias[...],
        **head.init(jax.random.PRNGKey(seed + 1), jnp.zeros((1, 4))),
    }

    def loss_fn(p):
        hidden = nn.relu(jnp.einsum("ri,ih->rh", rows, p["u"]) + p["a"])
        out = jnp.einsum("rh,ho->ro", hidden, p["params"]["kernel"]) + p["params"]["bias"]
        error = out - targets
        return jnp.einsum("ro,ro->", error, error) / error.size

    before, grads = jax.value_and_grad(loss_fn)(params)
    params = jax.tree.map(lambda p, g: p - g * lr, params, grads)
    return jnp.stack((before, loss_fn(params)))
