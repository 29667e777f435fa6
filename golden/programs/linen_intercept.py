import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    def setup(self):
        self.layer = nn.Dense(2)

    def __call__(self, x):
        return self.double(self.layer(x))

    def double(self, x):
        return 2 * x

    @nn.nowrap
    def plain(self):
        return "plain"


def log(next_fun, args, kwargs, context):
    print(type(context.module).__name__, context.method_name, context.module.path)
    return next_fun(*args, **kwargs)


x = jnp.ones((1, 2))
variables = Net().init(jax.random.PRNGKey(0), x)
with nn.intercept_methods(log):
    print(Net().apply(variables, x))
print(Net().plain())
print(nn.apply(lambda net, x: net.double(x), Net())(variables, x))
print(jax.tree.map(jnp.shape, nn.init(lambda net, x: net(x), Net())(jax.random.PRNGKey(0), x)))
