import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from jax import lax


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    params = [
        {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    ]

    def loss_fn(params):
        h = jax.nn.relu(x @ params[0]["kernel"] + params[0]["bias"])
        return jnp.mean((head.apply(params[1], h) - y) ** 2)

    def body(i, carry):
        params, losses = carry
        loss, grads = jax.value_and_grad(loss_fn)(params)
        params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
        return params, losses.at[i].set(loss)

    params, losses = lax.fori_loop(0, 1, body, (params, jnp.zeros(2)))
    return losses.at[-1].set(loss_fn(params))
