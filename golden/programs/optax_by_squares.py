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


for tx in (
    optax.adagrad(0.1),
    optax.rmsprop(0.1),
    optax.rmsprop(0.1, momentum=0.9, nesterov=True),
    optax.rmsprop(0.1, bias_correction=True, eps_in_sqrt=False),
    optax.rmsprop(0.1, centered=True),
    optax.adadelta(1.0),
):
    p, state = train(tx)
    print(p)
    print(state)
