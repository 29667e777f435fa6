import jax
import jax.numpy as jnp
import optax
import flax.linen as nn

encoder, head = nn.Dense(3), nn.Dense(1)
x = jax.random.normal(jax.random.PRNGKey(1), (4, 2))
y = jnp.ones((4, 1))
params = {
    "encoder": encoder.init(jax.random.PRNGKey(0), x),
    "head": head.init(jax.random.PRNGKey(2), jnp.ones((1, 3))),
}


def loss(p):
    return optax.l2_loss(head.apply(p["head"], nn.relu(encoder.apply(p["encoder"], x))), y).mean()


tx = optax.multi_transform({"slow": optax.sgd(0.01), "fast": optax.adam(0.1)}, {"encoder": "slow", "head": "fast"})
state = tx.init(params)
for _ in range(4):
    value, grads = jax.value_and_grad(loss)(params)
    updates, state = tx.update(grads, state, params)
    params = optax.apply_updates(params, updates)
    print(value)
print(params)
