import jax
import jax.numpy as jnp
import optax
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(features=y.shape[-1])
    head_vars = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))
    optimizer = nnx.Optimizer(encoder, optax.sgd(lr), wrt=nnx.Param)

    def loss_fn(encoder, head_vars):
        return jnp.mean((head.apply(head_vars, nnx.relu(encoder(x))) - y) ** 2)

    loss, (eg, hg) = nnx.value_and_grad(loss_fn, argnums=(0, 1))(encoder, head_vars)
    optimizer.update(eg)
    head_vars = jax.tree.map(lambda p, g: p - lr * g, head_vars, hg)
    return jnp.array([loss, loss_fn(encoder, head_vars)])
