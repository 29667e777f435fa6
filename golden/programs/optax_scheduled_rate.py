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


tx = optax.sgd(optax.linear_schedule(0.1, 0.0, 3))
print(tx.init(params))
print(train(tx, 4))
print(train(optax.adam(optax.warmup_cosine_decay_schedule(0.0, 0.1, 2, 5)), 4)[0])
print(train(optax.chain(optax.scale_by_schedule(lambda count: -0.1 / (count + 1))), 3))
print(train(optax.chain(optax.add_decayed_weights(optax.linear_schedule(0.0, 1.0, 3)), optax.scale(-0.1)), 3))
