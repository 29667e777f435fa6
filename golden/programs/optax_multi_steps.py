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


tx = optax.MultiSteps(optax.adam(0.1), every_k_schedule=2)
state = tx.init(params)
print(state)
p = params
for _ in range(4):
    updates, state = tx.update(jax.grad(loss)(p), state, p)
    print(updates["b"] + 0.0, state.mini_step, state.gradient_step, tx.has_updated(state))
    p = optax.apply_updates(p, updates)
print(p)
print(train(optax.chain(optax.sgd(0.1), optax.apply_every(2)), 4)[0])
