import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(2)(x))
        print(self.sow("intermediates", "hidden", x))
        self.sow("intermediates", "sum", x.sum(), init_fn=lambda: 0.0, reduce_fn=lambda a, b: a + b)
        return nn.Dense(1)(x)


x = jnp.ones((1, 2))
variables = Net().init(jax.random.PRNGKey(1), x)
print(list(variables))
print(Net().apply(variables, x))
print(Net().apply(variables, x, mutable=["intermediates"]))
print(Net().apply(variables, x, capture_intermediates=True, mutable=["intermediates"])[1])
only = lambda module, method: isinstance(module, nn.Dense)
print(Net().apply(variables, x, capture_intermediates=only)[1])
