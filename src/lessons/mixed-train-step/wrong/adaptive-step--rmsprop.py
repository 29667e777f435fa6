import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(features=y.shape[-1])
    nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    linen_params = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(n, l):
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((head.apply(l, h) - y) ** 2)

    grads = jax.grad(loss_fn, argnums=(0, 1))(nnx_params, linen_params)
    optimizer = optax.rmsprop(lr)
    trees = (nnx_params, linen_params)
    updates, _ = optimizer.update(grads, optimizer.init(trees), trees)
    new_nnx, new_linen = optax.apply_updates(trees, updates)
    return jnp.stack([loss_fn(nnx_params, linen_params), loss_fn(new_nnx, new_linen)])
