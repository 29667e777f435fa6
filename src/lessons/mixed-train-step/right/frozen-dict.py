import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.core import freeze, unfreeze


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    n = freeze({"kernel": encoder.kernel[...], "bias": encoder.bias[...]})
    l = freeze(head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)))

    def loss_fn(n, l):
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((head.apply(unfreeze(l), h) - y) ** 2)

    before, (gn, gl) = jax.value_and_grad(loss_fn, argnums=(0, 1))(n, l)
    n = n.copy({name: n[name] - lr * gn[name] for name in n})
    l = jax.tree.map(lambda p, g: p - lr * g, l, gl)
    return jnp.stack([before, loss_fn(n, l)])
