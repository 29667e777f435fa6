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


tx = optax.chain(optax.clip_by_global_norm(5.0), optax.adam(optax.cosine_decay_schedule(0.1, 10)))


@jax.jit
def step(p, state):
    value, grads = jax.value_and_grad(loss)(p)
    updates, state = tx.update(grads, state, p)
    return value, optax.apply_updates(p, updates), state


p, state = params, tx.init(params)
for _ in range(5):
    value, p, state = step(p, state)
    print(value)
print(p)
print(jax.tree.map(jnp.shape, state))
print(len(jax.tree.leaves(state)), jax.tree.structure(optax.sgd(0.1).init(params)))
