import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(features=y.shape[-1])
    trees = (
        {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    )

    def loss_fn(trees):
        p, h = trees
        return jnp.mean((head.apply(h, jax.nn.relu(x @ p["kernel"] + p["bias"])) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(trees)
    grads = jax.tree_util.tree_map_with_path(
        lambda path, g: jnp.zeros_like(g) if "kernel" in jax.tree_util.keystr(path) else g, grads
    )
    trees = jax.tree.map(lambda p, g: p - lr * g, trees, grads)
    return jnp.stack([before, loss_fn(trees)])
