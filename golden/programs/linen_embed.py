import jax
import jax.numpy as jnp
import flax.linen as nn

table = nn.Embed(num_embeddings=4, features=3)
variables = table.init(jax.random.PRNGKey(0), jnp.array([0]))
print(variables)
print(table.apply(variables, jnp.array([[0, 3], [1, 1]])))
print(table.apply(variables, jnp.ones((2, 3)), method="attend"))
try:
    table.apply(variables, jnp.array([0.5]))
except ValueError as error:
    print(f"ValueError: {error}")
print(jax.grad(lambda v: table.apply(v, jnp.array([1, 1, 2])).sum())(variables))
