import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(0)
x = jax.random.normal(key, (3, 4))


class Mlp(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Dense(2)(nn.relu(nn.Dense(3)(x)))


Checked = nn.remat(Mlp)
variables = Checked().init(key, x)
print(jax.tree.map(jnp.shape, variables))
print(Checked().apply(variables, x))
print(jax.grad(lambda v: Checked().apply(v, x).sum())(variables)["params"]["Dense_1"]["bias"])
Batched = nn.vmap(nn.Dense, in_axes=0, out_axes=0, variable_axes={"params": 0}, split_rngs={"params": True})
variables = Batched(2).init(key, x)
print(jax.tree.map(jnp.shape, variables))
print(Batched(2).apply(variables, x))
Shared = nn.vmap(nn.Dense, in_axes=0, out_axes=0, variable_axes={"params": None}, split_rngs={"params": False})
variables = Shared(2).init(key, x)
print(variables)
print(type(Batched(2)).__name__, type(Checked()).__name__)


class Outer(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.remat(nn.Dense)(2)(x), nn.jit(nn.Dense)(2)(x)


variables = Outer().init(key, x)
print(variables)
print(Outer().apply(variables, x))
