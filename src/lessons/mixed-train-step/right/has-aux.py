import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    l = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(n, l):
        hidden = jax.nn.relu(x @ n["kernel"] + n["bias"])
        prediction = head.apply(l, hidden)
        return jnp.mean((prediction - y) ** 2), {"prediction": prediction, "hidden": hidden}

    backward = jax.value_and_grad(loss_fn, argnums=(0, 1), has_aux=True)
    (before, aux), (gn, gl) = backward(n, l)
    assert aux["prediction"].shape == y.shape
    n = jax.tree.map(lambda p, g: p - lr * g, n, gn)
    l = jax.tree.map(lambda p, g: p - lr * g, l, gl)
    after, _ = loss_fn(n, l)
    return jnp.stack([before, after])
