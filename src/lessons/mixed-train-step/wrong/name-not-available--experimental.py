import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from jax.experimental import sparse


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(features=y.shape[-1])
    kernel = sparse.BCOO.fromdense(encoder.kernel[...]).todense()
    nnx_params = {"kernel": kernel, "bias": encoder.bias[...]}
    linen_params = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(n, l):
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((head.apply(l, h) - y) ** 2)

    grads = jax.grad(loss_fn, argnums=(0, 1))(nnx_params, linen_params)
    new_nnx = jax.tree.map(lambda p, g: p - lr * g, nnx_params, grads[0])
    new_linen = jax.tree.map(lambda p, g: p - lr * g, linen_params, grads[1])
    return jnp.stack([loss_fn(nnx_params, linen_params), loss_fn(new_nnx, new_linen)])
