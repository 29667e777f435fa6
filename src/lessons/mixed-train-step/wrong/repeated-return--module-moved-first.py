import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(encoder, variables):
        return jnp.mean((head.apply(variables, nnx.relu(encoder(x))) - y) ** 2)

    d_encoder, d_head = nnx.grad(loss_fn, argnums=(0, 1))(encoder, variables)
    nnx.update(encoder, jax.tree.map(lambda p, g: p - lr * g, nnx.state(encoder), d_encoder))
    variables = jax.tree.map(lambda p, g: p - lr * g, variables, d_head)
    # By now both halves have moved.
    before = loss_fn(encoder, variables)
    after = loss_fn(encoder, variables)
    return jnp.stack([before, after])
