import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    @nn.compact
    def __call__(self, x, train):
        x = nn.Dense(3)(x)
        x = nn.BatchNorm(use_running_average=not train, momentum=0.9)(x)
        return nn.Dense(1)(nn.relu(x))


x = jax.random.normal(jax.random.PRNGKey(8), (5, 2))
variables = Net().init(jax.random.PRNGKey(0), x, train=False)
print(variables["batch_stats"])
for _ in range(3):
    out, changed = Net().apply(variables, x, train=True, mutable=["batch_stats"])
    variables = {**variables, **changed}
    print(changed)
print(out)
print(Net().apply(variables, x, train=False))
try:
    Net().apply(variables, x, train=True)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    nn.BatchNorm().init(jax.random.PRNGKey(0), x)
except ValueError as error:
    print(f"ValueError: {error}")
