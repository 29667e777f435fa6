import jax
import jax.numpy as jnp
import flax.linen as nn

x = jnp.array([-2.0, -0.5, 0.0, 0.5, 2.0])
for fn in (
    nn.relu,
    nn.gelu,
    nn.silu,
    nn.swish,
    nn.sigmoid,
    nn.tanh,
    nn.elu,
    nn.celu,
    nn.selu,
    nn.leaky_relu,
    nn.softplus,
    nn.soft_sign,
    nn.hard_tanh,
    nn.hard_sigmoid,
    nn.hard_silu,
    nn.relu6,
    nn.log_sigmoid,
    nn.softmax,
    nn.log_softmax,
):
    print(fn(x))
print(nn.one_hot(jnp.array([0, 2]), 3))
slope = nn.PReLU()
variables = slope.init(jax.random.PRNGKey(0), x)
print(variables, slope.apply(variables, x))
