import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.traverse_util import flatten_dict, unflatten_dict


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    params = {
        "encoder": {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        "head": head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    }

    def loss_fn(params):
        hidden = jax.nn.relu(x @ params["encoder"]["kernel"] + params["encoder"]["bias"])
        return jnp.mean((head.apply(params["head"], hidden) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(params)
    flat_grads = flatten_dict(grads, sep="/")
    flat = {path: p - lr * flat_grads[path] for path, p in flatten_dict(params, sep="/").items()}
    return jnp.stack([before, loss_fn(unflatten_dict(flat, sep="/"))])
