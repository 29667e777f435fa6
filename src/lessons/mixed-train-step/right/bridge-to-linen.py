import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.nnx import bridge


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = bridge.to_linen(nnx.Linear, x.shape[-1], 4)
    variables = encoder.init(jax.random.PRNGKey(seed), x)
    # The wrapper seeds the module from Linen's key; the task seeds it with nnx.Rngs.
    source = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    encoder_params = jax.tree.map(
        lambda _, value: value,
        variables["params"],
        {"kernel": source.kernel[...], "bias": source.bias[...]},
    )
    head = nn.Dense(y.shape[-1])
    head_params = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))["params"]

    def loss_fn(params):
        hidden = nn.relu(encoder.apply({**variables, "params": params["encoder"]}, x))
        return jnp.mean((head.apply({"params": params["head"]}, hidden) - y) ** 2)

    params = {"encoder": encoder_params, "head": head_params}
    before, grads = jax.value_and_grad(loss_fn)(params)
    params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    return jnp.stack([before, loss_fn(params)])
