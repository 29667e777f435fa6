import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(encoder, optax.sgd(lr), wrt=nnx.Param)
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(encoder, variables):
        return jnp.mean((head.apply(variables, nnx.relu(encoder(x))) - y) ** 2)

    before, grads = nnx.value_and_grad(loss_fn)(encoder, variables)
    optimizer.update(encoder, grads)
    return jnp.stack([before, loss_fn(encoder, variables)])
