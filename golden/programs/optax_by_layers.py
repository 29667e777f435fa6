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


for name, tx in {
    "lars": optax.lars(0.1),
    "fromage": optax.fromage(0.1),
    "rprop": optax.rprop(0.1),
    "sign": optax.sign_sgd(0.1),
    "signum": optax.signum(0.1),
}.items():
    print(name, train(tx)[0])
