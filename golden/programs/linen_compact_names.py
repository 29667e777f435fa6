import jax
import jax.numpy as jnp
import flax.linen as nn


class Block(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(self.features)(x))
        x = nn.relu(nn.Dense(self.features)(x))
        return nn.LayerNorm()(x)


class Net(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = Block(2)(x)
        x = Block(3, name="middle")(x)
        x = Block(2)(x)
        return nn.Dense(1, name="head")(x)


variables = Net().init(jax.random.PRNGKey(0), jnp.ones((1, 4)))
for path, leaf in jax.tree_util.tree_leaves_with_path(variables):
    print(jax.tree_util.keystr(path), leaf.shape)
print(Net().apply(variables, jnp.ones((2, 4))))
