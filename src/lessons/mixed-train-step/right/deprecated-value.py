import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    rng = nnx.Rngs(int(seed))
    lin = nnx.Linear(x.shape[-1], 4, rngs=rng)
    nnx_p = {"k": lin.kernel.value, "b": lin.bias.value}
    dense = nn.Dense(y.shape[-1])
    linen_p = dense.init(jax.random.PRNGKey(int(seed) + 1), jnp.zeros(4))

    def loss(nnx_p, linen_p):
        h = jax.nn.relu(x @ nnx_p["k"] + nnx_p["b"])
        return jnp.mean((dense.apply(linen_p, h) - y) ** 2)

    gs = jax.grad(loss, argnums=[0, 1])(nnx_p, linen_p)
    lin.kernel.value = lin.kernel.value - lr * gs[0]["k"]
    lin.bias.value = lin.bias.value - lr * gs[0]["b"]
    new_linen_p = jax.tree.map(lambda p, g: p - lr * g, linen_p, gs[1])
    new_nnx_p = {"k": lin.kernel.value, "b": lin.bias.value}
    return jnp.array([loss(nnx_p, linen_p), loss(new_nnx_p, new_linen_p)])
