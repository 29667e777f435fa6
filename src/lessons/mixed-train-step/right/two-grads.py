import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(in_features=x.shape[-1], out_features=4, rngs=nnx.Rngs(seed))
    nnx_params = {"w": encoder.kernel[...], "b": encoder.bias[...]}
    head = nn.Dense(features=y.shape[-1])
    linen_params = head.init(jax.random.key(seed + 1), jnp.ones(4))

    def loss_fn(n, l):
        h = nn.relu(x @ n["w"] + n["b"])
        return jnp.square(head.apply(l, h) - y).mean()

    nnx_grads = jax.grad(loss_fn, argnums=0)(nnx_params, linen_params)
    linen_grads = jax.grad(loss_fn, argnums=1)(nnx_params, linen_params)
    new_nnx = jax.tree_util.tree_map(lambda p, g: p - lr * g, nnx_params, nnx_grads)
    new_linen = jax.tree_util.tree_map(lambda p, g: p - lr * g, linen_params, linen_grads)
    return [loss_fn(nnx_params, linen_params), loss_fn(new_nnx, new_linen)]
