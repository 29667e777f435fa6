import jax
import jax.numpy as jnp
import flax.linen as nn


class Inner(nn.Module):
    @nn.compact
    def __call__(self):
        return self.make_rng("noise"), self.make_rng("noise"), self.make_rng("params")


class Outer(nn.Module):
    @nn.compact
    def __call__(self):
        first = Inner()()
        own = self.make_rng("noise")
        second = Inner(name="other")()
        missing = self.make_rng("dropout")
        return first, own, second, missing, self.has_rng("noise"), self.has_rng("dropout")


keys = {"params": jax.random.PRNGKey(0), "noise": jax.random.PRNGKey(1)}
for part in Outer().apply({}, rngs=keys):
    print(part)
print(Outer().apply({}, rngs={"params": jax.random.key(5), "noise": jax.random.key(6)})[1])
