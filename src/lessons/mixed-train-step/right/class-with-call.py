import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


class MixedModel:
    """Holds how the model computes; its parameters come in from outside."""

    def __init__(self, inputs, outputs, hidden=4):
        self.inputs = inputs
        self.hidden = hidden
        self.head = nn.Dense(features=outputs)

    def init(self, seed):
        encoder = nnx.Linear(self.inputs, self.hidden, rngs=nnx.Rngs(seed))
        nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
        linen_params = self.head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(self.hidden))
        return nnx_params, linen_params

    def __call__(self, nnx_params, linen_params, x):
        hidden = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
        return self.head.apply(linen_params, hidden)


class Loss:
    def __init__(self, model, x, y):
        self.model, self.x, self.y = model, x, y

    def __call__(self, nnx_params, linen_params):
        return jnp.mean((self.model(nnx_params, linen_params, self.x) - self.y) ** 2)


def mixed_train_step(seed, x, y, lr):
    model = MixedModel(x.shape[-1], y.shape[-1])
    params = model.init(int(seed))
    loss = Loss(model, x, y)
    before, grads = jax.value_and_grad(loss, argnums=(0, 1))(*params)
    new_params = [jax.tree.map(lambda p, g: p - lr * g, p, g) for p, g in zip(params, grads)]
    return jnp.stack([before, loss(*new_params)])
