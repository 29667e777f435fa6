import jax
import jax.numpy as jnp
import flax.linen as nn


class Autoencoder(nn.Module):
    width: int
    code: int = 2

    def setup(self):
        self.encoder = nn.Dense(self.code)
        self.decoder = nn.Dense(self.width, use_bias=False)

    def __call__(self, x):
        return self.decoder(nn.relu(self.encode(x)))

    def encode(self, x):
        return self.encoder(x)


model = Autoencoder(3)
x = jnp.array([[1.0, -2.0, 0.5]])
variables = model.init(jax.random.PRNGKey(3), x)
print(jax.tree.map(jnp.shape, variables))
print(model.apply(variables, x))
print(model.apply(variables, x, method=model.encode))
print(model.apply(variables, x, method="encode"))
print(model.apply(variables, x, method=Autoencoder.encode))
print(model)
