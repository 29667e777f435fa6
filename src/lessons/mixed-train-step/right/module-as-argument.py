import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    # A module is a pytree of its Variables, so jax.grad takes it as it is.
    def loss_fn(encoder, variables):
        return jnp.mean((head.apply(variables, jax.nn.relu(encoder(x))) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn, argnums=(0, 1))(encoder, variables)
    new = jax.tree.map(lambda p, g: p - lr * g, (encoder, variables), grads)
    return jnp.stack([before, loss_fn(*new)])
