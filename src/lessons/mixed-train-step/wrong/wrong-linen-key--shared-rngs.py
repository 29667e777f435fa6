import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.nnx import bridge


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    rngs = nnx.Rngs(seed)
    enc = nnx.Linear(x.shape[-1], 4, rngs=rngs)
    p = {"kernel": enc.kernel[...], "bias": enc.bias[...]}
    head = nn.Dense(y.shape[-1])
    h = head.init(rngs.params(), jnp.zeros(4))
    head_apply = head.apply

    def loss_fn(p, h):
        return jnp.mean((head_apply(h, jax.nn.relu(x @ p["kernel"] + p["bias"])) - y) ** 2)

    before, (g1, g2) = jax.value_and_grad(loss_fn, argnums=(0, 1))(p, h)
    p = jax.tree.map(lambda a, g: a - lr * g, p, g1)
    h = jax.tree.map(lambda a, g: a - lr * g, h, g2)
    return jnp.stack([before, loss_fn(p, h)])
