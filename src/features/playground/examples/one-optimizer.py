import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx

# One Optax optimizer over both trees: a pair of trees is a tree.
x = jnp.linspace(-1, 1, 16).reshape(16, 1)
y = jnp.abs(x)

graphdef, encoder_state = nnx.split(nnx.Linear(1, 4, rngs=nnx.Rngs(3)))
head = nn.Dense(features=1)
params = (encoder_state, head.init(jax.random.PRNGKey(4), jnp.zeros((1, 4))))
optimizer = optax.adam(0.05)
opt_state = optimizer.init(params)


def loss(params):
    encoder_state, head_params = params
    hidden = jax.nn.relu(nnx.merge(graphdef, encoder_state)(x))
    return jnp.mean((head.apply(head_params, hidden) - y) ** 2)


@jax.jit
def step(params, opt_state):
    value, grads = jax.value_and_grad(loss)(params)
    updates, opt_state = optimizer.update(grads, opt_state, params)
    return optax.apply_updates(params, updates), opt_state, value


for i in range(60):
    params, opt_state, value = step(params, opt_state)
    if i % 20 == 0:
        print(f"step {i}: loss {value:.4f}")

print("steps counted by the optimizer:", opt_state[0].count)
