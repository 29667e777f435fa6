import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Dense(1)(nn.relu(nn.Dense(3)(x)))


x = jax.random.normal(jax.random.PRNGKey(1), (4, 2))
y = jnp.ones((4, 1))
net = Net()
params = jax.jit(net.init)(jax.random.PRNGKey(0), x)
print(jax.tree.map(jnp.shape, params))


@jax.jit
def step(params):
    loss, grads = jax.value_and_grad(lambda p: jnp.mean((net.apply(p, x) - y) ** 2))(params)
    return loss, jax.tree.map(lambda p, g: p - 0.1 * g, params, grads)


for _ in range(4):
    loss, params = step(params)
    print(loss)
print(jax.vmap(lambda row: net.apply(params, row))(x))
print(jax.eval_shape(net.init, jax.random.PRNGKey(0), x))
