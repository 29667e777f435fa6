import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.Dense(3)(x)
        x = self.perturb("hidden", x)
        return nn.Dense(2)(x)


x, y = jnp.ones((2, 9)), jnp.ones((2, 2))
variables = Net().init(jax.random.PRNGKey(0), x)
print(variables["perturbations"])


def loss(params, perturbations):
    return jnp.mean((Net().apply({"params": params, "perturbations": perturbations}, x) - y) ** 2)


print(jax.grad(loss, argnums=1)(variables["params"], variables["perturbations"]))
