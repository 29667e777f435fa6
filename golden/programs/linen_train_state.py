import jax
import jax.numpy as jnp
import optax
import flax.linen as nn
from flax.training import train_state

x, y = jnp.ones((1, 2)), jnp.ones((1, 2))
model = nn.Dense(2)
variables = model.init(jax.random.key(0), x)
state = train_state.TrainState.create(apply_fn=model.apply, params=variables["params"], tx=optax.adam(1e-1))


def loss_fn(params, x, y):
    return jnp.mean(optax.l2_loss(state.apply_fn({"params": params}, x), y))


print(loss_fn(state.params, x, y))
for _ in range(3):
    grads = jax.grad(loss_fn)(state.params, x, y)
    state = state.apply_gradients(grads=grads)
    print(state.step, loss_fn(state.params, x, y))
print(state.params)
print(state.opt_state[0].count)


class WithStats(train_state.TrainState):
    stats: dict


more = WithStats.create(apply_fn=model.apply, params=variables["params"], tx=optax.sgd(0.1), stats={"n": 0})
print(
    more.apply_gradients(grads=variables["params"], stats={"n": 1}).stats,
    len(jax.tree.leaves(more)),
)
