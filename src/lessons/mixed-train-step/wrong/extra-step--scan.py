import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    params = (
        {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    )

    def loss_fn(params):
        h = jax.nn.relu(x @ params[0]["kernel"] + params[0]["bias"])
        return jnp.mean((head.apply(params[1], h) - y) ** 2)

    def step(params, _):
        loss, grads = jax.value_and_grad(loss_fn)(params)
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), loss

    _, losses = jax.lax.scan(step, params, length=5)
    return losses[jnp.array([0, -1])]
