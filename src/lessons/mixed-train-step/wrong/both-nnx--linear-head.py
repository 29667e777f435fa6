import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.nnx import bridge


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    enc = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    p = {"kernel": enc.kernel[...], "bias": enc.bias[...]}
    out = nnx.Linear(4, y.shape[-1], rngs=nnx.Rngs(seed + 1))
    h = {"kernel": out.kernel[...], "bias": out.bias[...]}
    head_apply = lambda h, z: z @ h["kernel"] + h["bias"]

    def loss_fn(p, h):
        return jnp.mean((head_apply(h, jax.nn.relu(x @ p["kernel"] + p["bias"])) - y) ** 2)

    before, (g1, g2) = jax.value_and_grad(loss_fn, argnums=(0, 1))(p, h)
    p = jax.tree.map(lambda a, g: a - lr * g, p, g1)
    h = jax.tree.map(lambda a, g: a - lr * g, h, g2)
    return jnp.stack([before, loss_fn(p, h)])
