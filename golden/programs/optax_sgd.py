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


print(optax.sgd(0.1).init(params))
for tx in (optax.sgd(0.05), optax.sgd(0.05, momentum=0.9), optax.sgd(0.05, momentum=0.9, nesterov=True)):
    p, state = train(tx)
    print(p)
    print(state)
