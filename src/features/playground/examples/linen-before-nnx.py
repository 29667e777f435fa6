import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

# A Linen encoder before an NNX head: one loss, one gradient for both.
x = jnp.array([[0.5, -1.0], [1.5, 0.25], [-0.75, 1.0]])
y = jnp.array([[1.0], [0.0], [-1.0]])

encoder = nn.Dense(features=4)
encoder_params = encoder.init(jax.random.PRNGKey(0), x)
head = nnx.Linear(4, 1, rngs=nnx.Rngs(1))
graphdef, head_params = nnx.split(head)


def loss(encoder_params, head_params):
    hidden = jnp.tanh(encoder.apply(encoder_params, x))
    prediction = nnx.merge(graphdef, head_params)(hidden)
    return jnp.mean((prediction - y) ** 2)


def sgd(p, g):
    return p - 0.1 * g


for _ in range(3):
    backward = jax.value_and_grad(loss, argnums=(0, 1))
    value, (encoder_grads, head_grads) = backward(encoder_params, head_params)
    print("loss", value)
    encoder_params = jax.tree.map(sgd, encoder_params, encoder_grads)
    head_params = jax.tree.map(sgd, head_params, head_grads)

print("loss", loss(encoder_params, head_params))
