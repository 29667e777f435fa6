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


tx = optax.masked(optax.adam(0.1), {"w": True, "b": False})
print(tx.init(params))
print(train(tx))
decay = optax.chain(
    optax.add_decayed_weights(0.1, mask=lambda tree: jax.tree.map(lambda x: x.ndim > 1, tree)), optax.sgd(0.1)
)
print(train(decay))
print(train(optax.freeze({"w": True, "b": False})))
print(train(optax.selective_transform(optax.sgd(0.1), freeze_mask={"w": True, "b": False}))[0])
