import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(encoder, optax.adam(lr), wrt=nnx.Param)
    head = nn.Dense(features=y.shape[-1])
    linen_params = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(encoder, l):
        return jnp.mean((head.apply(l, nnx.relu(encoder(x))) - y) ** 2)

    before, (n_grads, l_grads) = nnx.value_and_grad(loss_fn, argnums=(0, 1))(encoder, linen_params)
    optimizer.update(encoder, n_grads)
    linen_params = jax.tree.map(lambda p, g: p - lr * g, linen_params, l_grads)
    return jnp.stack([before, loss_fn(encoder, linen_params)])
