import jax
import jax.numpy as jnp
import optax
from typing import NamedTuple


class Count(NamedTuple):
    steps: jax.Array


def halve_every_step():
    def init(params):
        return Count(jnp.zeros((), jnp.int32))

    def update(updates, state, params=None):
        factor = 0.5 ** state.steps.astype(jnp.float32)
        return jax.tree.map(lambda u: factor * u, updates), Count(state.steps + 1)

    return optax.GradientTransformation(init, update)


tx = optax.chain(halve_every_step(), optax.stateless(lambda u, p: jax.tree.map(jnp.negative, u)))
params = {"x": jnp.array([4.0])}
state = tx.init(params)
print(state)
for _ in range(3):
    updates, state = tx.update({"x": jnp.ones(1)}, state)
    params = optax.apply_updates(params, updates)
    print(params, state)
double = optax.stateless_with_tree_map(lambda u, p: 2 * u if p is None else u + p)
print(double.update(params, double.init(params)), double.update(params, double.init(params), params))
print(optax.apply_updates({"a": None, "b": jnp.array([1, 2])}, {"a": None, "b": jnp.array([0.5, 0.5])}))
