import jax
import jax.numpy as jnp
import flax.linen as nn
from jax.nn import initializers


class Affine(nn.Module):
    @nn.compact
    def __call__(self, x):
        scale = self.param("scale", initializers.ones, (x.shape[-1],))
        shift = self.param("shift", lambda key, shape: jax.random.uniform(key, shape), x.shape[-1:])
        gain = self.param("gain", nn.initializers.constant(2.0), (), jnp.float32)
        return gain * (x * scale + shift)


x = jnp.array([1.0, 2.0])
variables = Affine().init(jax.random.key(7), x)
print(variables)
print(Affine().apply(variables, x))
out, again = Affine().init_with_output(jax.random.key(7), x)
print(out)
print(jax.tree.map(lambda a, b: bool((a == b).all()), variables, again))
