import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

sgd_step = jax.jit(lambda params, grads, lr: jax.tree.map(lambda p, g: p - lr * g, params, grads))


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    x, y = jnp.atleast_2d(x, y)
    encoder = nnx.Linear(x.shape[1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[1])
    n = nnx.state(encoder)
    l = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros((1, 4)))

    def loss_fn(n, l):
        h = jax.nn.relu(x @ n["kernel"][...] + n["bias"][...])
        return ((head.apply(l, h) - y) ** 2).sum() / y.size

    before, (gn, gl) = jax.value_and_grad(loss_fn, argnums=(0, 1))(n, l)
    return jnp.stack([before, loss_fn(sgd_step(n, gn, lr), sgd_step(l, gl, lr))])
