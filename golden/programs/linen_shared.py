import jax
import jax.numpy as jnp
import flax.linen as nn


class Tied(nn.Module):
    def setup(self):
        self.table = nn.Embed(4, 3)

    def __call__(self, tokens):
        return self.table.attend(self.table(tokens))


class Siamese(nn.Module):
    tower: nn.Module

    @nn.compact
    def __call__(self, a, b):
        return nn.Dense(1)(jnp.abs(self.tower(a) - self.tower(b)))


tokens = jnp.array([0, 2])
variables = Tied().init(jax.random.PRNGKey(0), tokens)
print(jax.tree.map(jnp.shape, variables))
print(Tied().apply(variables, tokens))
model = Siamese(nn.Dense(2))
a, b = jnp.ones((1, 3)), jnp.zeros((1, 3))
variables = model.init(jax.random.PRNGKey(0), a, b)
print(jax.tree.map(jnp.shape, variables))
print(model.apply(variables, a, b))
print(model)
