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


tx = optax.apply_if_finite(optax.sgd(0.1, momentum=0.9), max_consecutive_errors=2)
state = tx.init(params)
bad = jax.tree.map(lambda x: x * jnp.nan, params)
for grads in (params, bad, bad, params, bad, bad, bad):
    updates, state = tx.update(grads, state, params)
    print(updates["b"], state.notfinite_count, state.last_finite, state.total_notfinite)
clean = optax.zero_nans()
print(clean.update({"x": jnp.array([1.0, jnp.nan])}, clean.init({"x": jnp.ones(2)})))
positive = optax.keep_params_nonnegative()
print(positive.update({"x": jnp.array([-2.0, -0.5])}, positive.init(None), {"x": jnp.ones(2)}))
