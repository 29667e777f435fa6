import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    l = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(n, l):
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((head.apply(l, h) - y) ** 2)

    before, pull = jax.vjp(loss_fn, n, l)
    gn, gl = pull(jnp.ones_like(before))
    n = jax.tree.map(lambda p, g: p - lr * g, n, gn)
    l = jax.tree.map(lambda p, g: p - lr * g, l, gl)
    return jnp.stack([before, loss_fn(n, l)])
