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


for name in ("adamax", "adamaxw", "amsgrad", "adabelief", "adan", "radam", "yogi", "lion", "lamb"):
    p, state = train(getattr(optax, name)(0.05))
    print(name, p)
    print([type(part).__name__ for part in state])
