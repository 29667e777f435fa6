import jax
import jax.numpy as jnp
import optax

params = {"w": jnp.array([[1.0, -2.0], [3.0, 0.5]]), "b": jnp.array([0.1, 0.2])}


def loss(p):
    return ((p["w"] @ jnp.array([1.0, 2.0]) + p["b"]) ** 2).sum()


def train(tx, steps=3):
    p, state = params, tx.init(params)
    for _ in range(steps):
        updates, state = tx.update(jax.grad(loss)(p), state, p)
        p = optax.apply_updates(p, updates)
    return p, state


tx = optax.inject_hyperparams(optax.sgd)(learning_rate=optax.exponential_decay(0.1, 1, 0.5), momentum=0.9)
state = tx.init(params)
print(state)
p = params
for _ in range(3):
    updates, state = tx.update(jax.grad(loss)(p), state, p)
    p = optax.apply_updates(p, updates)
    print(state.hyperparams["learning_rate"], state.count, p["b"])
fixed = optax.inject_hyperparams(optax.adam)(learning_rate=0.1)
state = fixed.init(params)
print({k: float(v) for k, v in state.hyperparams.items()})
state.hyperparams["learning_rate"] = jnp.asarray(0.5)
updates, state = fixed.update(jax.grad(loss)(params), state, params)
print(updates)
