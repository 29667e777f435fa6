from functools import partial

import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


@partial(jax.jit, static_argnums=(0,))
def loss_fn(head, nnx_params, linen_params, x, y):
    hidden = nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
    return jnp.mean(jnp.square(head.apply(linen_params, hidden) - y))


def sgd(lr, p, g):
    return p - lr * g


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(features=y.shape[-1])
    trees = (
        {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    )
    loss = partial(loss_fn, head, x=x, y=y)
    before, grads = jax.value_and_grad(loss, argnums=(0, 1))(*trees)
    after = loss(*jax.tree.map(partial(sgd, lr), trees, grads))
    return jnp.array([before, after])
