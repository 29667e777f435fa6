import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    u, a = encoder.kernel[...], encoder.bias[...]
    made = nn.Dense(y.shape[-1]).init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))["params"]
    v, b = made["kernel"], made["bias"]
    rows, targets = x.reshape(-1, x.shape[-1]), y.reshape(-1, y.shape[-1])

    def forward(u, a, v, b):
        z = rows @ u + a
        h = jnp.where(z > 0, z, 0)
        error = h @ v + b - targets
        return z, h, error, jnp.mean(error**2)

    z, h, error, before = forward(u, a, v, b)
    d_out = 2 * error / error.size
    d_hidden = (d_out @ v.T) * (z > 0)
    after = forward(
        u - lr * rows.T @ d_hidden,
        a - lr * d_hidden.sum(axis=0),
        v - lr * h.T @ d_out,
        b - lr * d_out.sum(axis=0),
    )[-1]
    return jnp.stack([before, after])
