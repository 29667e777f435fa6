import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    def setup(self):
        self.encoder = nn.Dense(2)
        self.layers = [nn.Dense(2), nn.Dense(3)]

    def __call__(self, x):
        x = self.encoder(x)
        for layer in self.layers:
            x = layer(x)
        return x


x = jnp.ones((1, 4))
net = Net()
variables = net.init(jax.random.PRNGKey(0), x)
print(jax.tree.map(jnp.shape, variables))
bound = net.bind(variables)
print(bound(x))
print(bound.encoder(x))
print(bound.layers[1].name, bound.layers[1].path, bound.encoder.variables)
encoder, part = bound.encoder.unbind()
print(encoder, jax.tree.map(jnp.shape, part))
print(encoder.apply(part, x))
print(bound)
for make in (lambda: net.unbind(), lambda: net.encoder, lambda: net.path, lambda: net.variables):
    try:
        make()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
