import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.nnx import bridge


def mixed_train_step(seed, x, y, lr):
    rngs = nnx.Rngs(int(seed))
    encoder = nnx.Linear(x.shape[-1], 4, rngs=rngs)
    head = bridge.ToNNX(nn.Dense(y.shape[-1]), rngs=rngs).lazy_init(jnp.zeros(4))

    def loss_fn(encoder, head):
        return jnp.mean((head(nnx.relu(encoder(x))) - y) ** 2)

    before, grads = nnx.value_and_grad(loss_fn, argnums=(0, 1))(encoder, head)
    for module, g in zip((encoder, head), grads):
        params = nnx.state(module, nnx.Param)
        nnx.update(module, jax.tree.map(lambda p, g: p - lr * g, params, g))
    return jnp.stack([before, loss_fn(encoder, head)])
