import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    trees = (
        {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    )

    def loss(n, l):
        return jnp.mean((head.apply(l, nnx.relu(x @ n["kernel"] + n["bias"])) - y) ** 2)

    before, along = jax.linearize(loss, *trees)
    grads = jax.linear_transpose(along, *trees)(1.0)
    return jnp.stack([before, loss(*jax.tree.map(lambda p, g: p - lr * g, trees, grads))])
