import jax
from jax import numpy as jnp
from flax import linen, nnx


def mixed_train_step(seed, x, y, lr):
    seed = round(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(params=seed))
    head = linen.Dense(y.shape[-1])
    params = (
        (encoder.kernel.get_value(), encoder.bias.get_value()),
        head.init(jax.random.PRNGKey(seed + 1), jnp.empty((1, 4))),
    )

    def loss(params):
        (kernel, bias), variables = params
        hidden = jnp.maximum(jnp.dot(x, kernel) + bias, 0)
        error = head.apply(variables, hidden) - y
        return (error * error).mean()

    before, grads = jax.value_and_grad(loss)(params)
    after = loss(jax.tree.map(lambda p, g: p - lr * g, params, grads))
    return before, after
