import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


class Encoder(nnx.Module):
    def __init__(self, inputs: int, hidden: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(inputs, hidden, rngs=rngs)

    def __call__(self, x):
        return nnx.relu(self.linear(x))


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = Encoder(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def loss_fn(encoder, variables):
        return jnp.mean((head.apply(variables, encoder(x)) - y) ** 2)

    before = loss_fn(encoder, variables)
    encoder_grads, head_grads = nnx.grad(loss_fn, argnums=(0, 1))(encoder, variables)
    encoder.linear.kernel[...] -= lr * encoder_grads["linear"]["kernel"][...]
    encoder.linear.bias[...] -= lr * encoder_grads.linear.bias[...]
    variables = jax.tree.map(lambda p, g: p - lr * g, variables, head_grads)
    return jnp.stack([before, loss_fn(encoder, variables)])
