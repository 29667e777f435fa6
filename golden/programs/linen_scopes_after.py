import jax
import jax.numpy as jnp
import flax.linen as nn

kept = []


class Leaks(nn.Module):
    def setup(self):
        self.inner = nn.Dense(2)

    def __call__(self, x):
        kept.append(self)
        return self.inner(x)


x = jnp.ones((1, 2))
variables = Leaks().init(jax.random.PRNGKey(0), x)
print(jax.tree.map(jnp.shape, variables))
for use in (lambda: kept[0].put_variable("params", "w", 1), lambda: kept[0].make_rng("params")):
    try:
        use()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
