import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    graphdef, params = nnx.split(nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed)), nnx.Param)
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def functional_call(both):
        hidden, _ = nnx.call((graphdef, both[0]))(x)
        return head.apply(both[1], nnx.relu(hidden))

    def loss_fn(both):
        return jnp.mean((functional_call(both) - y) ** 2)

    both = (params, variables)
    grads = jax.grad(loss_fn)(both)
    moved = jax.tree.map(lambda p, g: p - lr * g, both, grads)
    return jnp.stack([loss_fn(both), loss_fn(moved)])
