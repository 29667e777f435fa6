import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    head = nn.Dense(y.shape[-1])
    hidden = jax.nn.relu(encoder(x))
    _, l = head.init_with_output(jax.random.PRNGKey(seed + 1), hidden)

    def loss_fn(n, l):
        bound = head.bind(l)
        return jnp.mean((bound(jax.nn.relu(x @ n["kernel"] + n["bias"])) - y) ** 2)

    before, (gn, gl) = jax.value_and_grad(loss_fn, argnums=(0, 1))(n, l)
    n, l = (jax.tree.map(lambda p, g: p - lr * g, p, g) for p, g in ((n, gn), (l, gl)))
    return jnp.stack([before, loss_fn(n, l)])
