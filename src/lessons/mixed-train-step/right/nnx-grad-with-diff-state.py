import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    head_params = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(encoder, head_params):
        hidden = nnx.relu(encoder(x))
        return jnp.mean((head.apply(head_params, hidden) - y) ** 2)

    both = (nnx.DiffState(0, nnx.Param), 1)
    before, (encoder_grads, head_grads) = nnx.value_and_grad(loss_fn, argnums=both)(encoder, head_params)
    state = nnx.state(encoder, nnx.Param)
    nnx.update(encoder, jax.tree.map(lambda p, g: p - lr * g, state, encoder_grads))
    head_params = jax.tree.map(lambda p, g: p - lr * g, head_params, head_grads)
    return jnp.stack([before, loss_fn(encoder, head_params)])
