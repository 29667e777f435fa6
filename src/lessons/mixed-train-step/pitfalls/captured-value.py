import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx

x = jnp.array([0.5, -1.0, 2.0])
y = jnp.array([1.0, 0.0])
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
head = nn.Dense(features=2)
nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
linen_params = head.init(jax.random.PRNGKey(1), jnp.zeros(4))


def loss_fn(nnx_params, linen_params):
    h = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
    return jnp.mean((head.apply(linen_params, h) - y) ** 2)


nnx_grads, linen_grads = jax.grad(loss_fn, argnums=(0, 1))(nnx_params, linen_params)

# The step reads lr from outside. The first call traces it and keeps the value 0.02.
lr = 0.02


@jax.jit
def step(params, grads):
    return jax.tree.map(lambda p, g: p - lr * g, params, grads)


print("before the step        ", loss_fn(nnx_params, linen_params))
first = loss_fn(step(nnx_params, nnx_grads), step(linen_params, linen_grads))
print("after, with lr = 0.02  ", first)

lr = 0.0
second = loss_fn(step(nnx_params, nnx_grads), step(linen_params, linen_grads))
print("after, with lr = 0     ", second)


# With the rate as an argument, the trace holds no value of its own.
@jax.jit
def pure_step(params, grads, rate):
    return jax.tree.map(lambda p, g: p - rate * g, params, grads)


third = loss_fn(pure_step(nnx_params, nnx_grads, 0.0), pure_step(linen_params, linen_grads, 0.0))
print("lr = 0, as an argument ", third)
