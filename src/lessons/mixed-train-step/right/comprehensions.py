import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))
    n = {name: getattr(encoder, name)[...] for name in ("kernel", "bias")}
    l = {name: leaf for name, leaf in variables["params"].items()}

    def loss_fn(n, l):
        h = jax.nn.relu(x @ n["kernel"] + n["bias"])
        return jnp.mean((h @ l["kernel"] + l["bias"] - y) ** 2)

    before, (gn, gl) = jax.value_and_grad(loss_fn, argnums=(0, 1))(n, l)
    new_n = {name: n[name] - lr * gn[name] for name in n}
    new_l = {name: l[name] - lr * gl[name] for name in l}
    return [before, loss_fn(new_n, new_l)]
