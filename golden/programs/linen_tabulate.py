import jax
import jax.numpy as jnp
import flax.linen as nn


class Block(nn.Module):
    width: int

    @nn.compact
    def __call__(self, x):
        return nn.relu(nn.Dense(self.width)(x))


class Net(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = Block(4)(x)
        x = nn.LayerNorm()(x)
        x = nn.Dropout(0.5, deterministic=True)(x)
        return {"out": nn.Dense(2)(x)}


plain = {"force_terminal": False, "width": 140}
x = jnp.ones((16, 9))
print(Net().tabulate(jax.random.PRNGKey(0), x, console_kwargs=plain))
print(nn.Dense(3).tabulate(jax.random.PRNGKey(0), x, console_kwargs=plain))
print(Net().tabulate(jax.random.PRNGKey(0), x, depth=1, console_kwargs=plain))
print(sorted(Net().module_paths(jax.random.PRNGKey(0), x)))
