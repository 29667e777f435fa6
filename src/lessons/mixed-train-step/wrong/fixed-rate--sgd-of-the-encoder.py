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
    updates, _ = optax.sgd(0.1).update(grads[0], optax.sgd(0.1).init(nnx_params))
    new_nnx = optax.apply_updates(nnx_params, updates)
    new_linen = jax.tree.map(lambda p, g: p - lr * g, linen_params, grads[1])
    return jnp.stack([loss_fn(nnx_params, linen_params), loss_fn(new_nnx, new_linen)])
