import jax
import jax.numpy as jnp
import flax.linen as nn

# How much does the seed of the Linen head matter? vmap starts five at once.
x = jnp.linspace(-1, 1, 8).reshape(8, 1)
y = x**2
head = nn.Dense(features=1)


def features(x):
    return jnp.concatenate([x, jax.nn.relu(x), jax.nn.relu(-x)], axis=1)


def trained_loss(key):
    params = head.init(key, jnp.zeros((1, 3)))

    def loss(params):
        return jnp.mean((head.apply(params, features(x)) - y) ** 2)

    before = loss(params)
    for _ in range(10):
        params = jax.tree.map(lambda p, g: p - 0.3 * g, params, jax.grad(loss)(params))
    return before, loss(params)


keys = jax.random.split(jax.random.PRNGKey(0), 5)
before, after = jax.vmap(trained_loss)(keys)
print("before", before)
print("after ", after)
print("best seed:", jnp.argmin(after))
