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


t = optax.tree
print(t.norm(params), t.norm(params, squared=True), t.norm(params, ord=1), t.norm(params, ord="inf"))
print(t.sum(params), t.vdot(params, params), t.max(params), t.min(params), t.size(params))
print(t.add(params, params), t.sub(params, params), t.mul(params, params)["b"], t.div(params, params)["b"])
print(t.scale(2.0, params)["b"], t.add_scale(params, 0.5, params)["b"], t.clip(params, -1.0, 1.0))
print(t.zeros_like(params), t.ones_like(params)["b"], t.full_like(params, 3.0)["b"], t.cast(params, jnp.int32)["w"])
print(t.dtype(params), t.allclose(params, params), t.where(True, params, params)["b"])
print(t.random_like(jax.random.PRNGKey(0), params))
state = optax.adam(0.1).init(params)
print(t.get(state, "count"), t.get(state, "nothing", 3), t.set(state, count=jnp.array(7))[0].count)
print(optax.tree_utils.tree_get(state, "mu"))
print(optax.tree_map_params(optax.adam(0.1), lambda x: x + 1.0, state))
print(optax.incremental_update(params, t.zeros_like(params), 0.1), optax.periodic_update(params, state[0].mu, 3, 2))
print(optax.safe_norm(jnp.zeros(3), 1e-3), optax.safe_increment(jnp.array(2147483647)), optax.global_norm(params))
