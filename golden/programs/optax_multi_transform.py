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


labels = {"w": "fast", "b": "frozen"}
tx = optax.multi_transform({"fast": optax.adam(0.1), "frozen": optax.set_to_zero()}, labels)
print(tx.init(params))
print(train(tx))
by_shape = optax.partition(
    {1: optax.sgd(0.1), 2: optax.sgd(0.01, momentum=0.5)}, lambda tree: jax.tree.map(lambda x: x.ndim, tree)
)
print(train(by_shape))
try:
    optax.multi_transform({"fast": optax.sgd(0.1)}, labels).init(params)
except ValueError as error:
    print(f"ValueError: {error}")
