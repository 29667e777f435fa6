import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(encoder)
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(state, variables):
        hidden = jax.nn.relu(nnx.merge(graphdef, state)(x))
        return jnp.mean((head.apply(variables, hidden) - y) ** 2)

    before, (d_state, d_variables) = jax.value_and_grad(loss_fn, argnums=(0, 1))(state, variables)
    state = jax.tree.map(lambda p, g: p - lr * g, state, d_state)
    variables = jax.tree.map(lambda p, g: p - lr * g, variables, d_variables)
    return jnp.stack([before, loss_fn(state, variables)])
