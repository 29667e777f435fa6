import jax
import jax.numpy as jnp
import flax.linen as nn

model = nn.Sequential([nn.Dense(4), nn.relu, nn.Dense(2), nn.log_softmax])
x = jnp.array([[1.0, 2.0, 3.0]])
variables = model.init(jax.random.PRNGKey(0), x)
print(jax.tree.map(jnp.shape, variables))
print(model.apply(variables, x))


class Pair(nn.Module):
    @nn.compact
    def __call__(self, a, b=None):
        return (a, a + 1.0) if b is None else a * b


print(nn.Sequential([Pair(), Pair()]).apply({}, jnp.array([2.0])))
for make in (
    lambda: nn.Sequential([]).init(jax.random.PRNGKey(0), x),
    lambda: nn.Sequential(nn.Dense(2)),
):
    try:
        make()
    except ValueError as error:
        print(f"ValueError: {error}")
