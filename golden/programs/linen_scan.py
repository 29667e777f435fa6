import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(0)


class Cell(nn.Module):
    width: int

    @nn.compact
    def __call__(self, carry, x):
        carry = nn.tanh(nn.Dense(self.width)(jnp.concatenate([carry, x], -1)))
        return carry, carry.sum(-1)


xs = jax.random.normal(key, (2, 5, 3))
Loop = nn.scan(Cell, variable_broadcast="params", split_rngs={"params": False}, in_axes=1, out_axes=1)
variables = Loop(4).init(key, jnp.zeros((2, 4)), xs)
print(jax.tree.map(jnp.shape, variables))
carry, ys = Loop(4).apply(variables, jnp.zeros((2, 4)), xs)
print(carry)
print(ys)
print(jax.grad(lambda v: Loop(4).apply(v, jnp.zeros((2, 4)), xs)[1].sum())(variables))


class Layer(nn.Module):
    @nn.compact
    def __call__(self, x, _):
        return nn.relu(nn.Dense(3)(x)), None


Deep = nn.scan(Layer, variable_axes={"params": 0}, split_rngs={"params": True}, length=4)
x = jnp.ones((2, 3))
variables = Deep().init(key, x, None)
print(variables)
print(Deep().apply(variables, x, None)[0])
