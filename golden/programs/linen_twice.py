import jax
import jax.numpy as jnp
import flax.linen as nn


class Twice(nn.Module):
    @nn.compact
    def __call__(self, x):
        layer = nn.Dense(2)
        noise = nn.Dropout(0.5, deterministic=False)
        return layer(layer(x)), noise(x), noise(x)


x = jnp.ones((1, 2))
keys = {"params": jax.random.PRNGKey(0), "dropout": jax.random.PRNGKey(1)}
out, variables = Twice().init_with_output(keys, x)
print(jax.tree.map(jnp.shape, variables))
for part in out:
    print(part)
for part in Twice().apply(variables, x, rngs={"dropout": jax.random.PRNGKey(1)}):
    print(part)
