import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.nnx import bridge


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = bridge.ToNNX(nn.Dense(y.shape[-1]), rngs=nnx.Rngs(params=jax.random.PRNGKey(seed + 1)))

    def loss_fn(encoder, head):
        return jnp.mean((head(nnx.relu(encoder(x))) - y) ** 2)

    before, (eg, hg) = nnx.value_and_grad(loss_fn, argnums=(0, 1))(encoder, head)
    nnx.update(encoder, jax.tree.map(lambda p, g: p - lr * g, nnx.state(encoder, nnx.Param), eg))
    nnx.update(head, jax.tree.map(lambda p, g: p - lr * g, nnx.state(head, nnx.Param), hg))
    return jnp.stack([before, loss_fn(encoder, head)])
