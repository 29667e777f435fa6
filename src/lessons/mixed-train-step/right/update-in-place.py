import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(params, variables):
        h = jax.nn.relu(x @ params["kernel"] + params["bias"])
        return jnp.mean((head.apply(variables, h) - y) ** 2)

    params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    before, (d_encoder, d_head) = jax.value_and_grad(loss_fn, argnums=(0, 1))(params, variables)
    for name in params:
        params[name] -= lr * d_encoder[name]
    for name, grad in d_head["params"].items():
        variables["params"][name] = variables["params"][name].at[:].add(-lr * grad)
    return jnp.stack([before, loss_fn(params, variables)])
