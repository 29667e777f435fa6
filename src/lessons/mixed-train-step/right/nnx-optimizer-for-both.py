import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx


class Mixed(nnx.Module):
    """The NNX encoder, and the variables of a Linen head as Params of the same module."""

    def __init__(self, inputs, outputs, seed):
        self.encoder = nnx.Linear(inputs, 4, rngs=nnx.Rngs(seed))
        self.head = nn.Dense(outputs)
        variables = self.head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))
        self.kernel = nnx.Param(variables["params"]["kernel"])
        self.bias = nnx.Param(variables["params"]["bias"])

    def __call__(self, x):
        hidden = nnx.relu(self.encoder(x))
        variables = {"params": {"kernel": self.kernel[...], "bias": self.bias[...]}}
        return self.head.apply(variables, hidden)


def mixed_train_step(seed, x, y, lr):
    model = Mixed(x.shape[-1], y.shape[-1], int(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)

    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    before, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(model, grads)
    return jnp.array([before, loss_fn(model)])
