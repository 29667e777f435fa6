import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

# A trained NNX encoder stays as it is; only the new Linen head learns.
x = jnp.linspace(-1, 1, 8).reshape(8, 1)
y = jnp.sin(3 * x)

encoder = nnx.Linear(1, 6, rngs=nnx.Rngs(0))
frozen = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
head = nn.Dense(features=1)
head_params = head.init(jax.random.PRNGKey(1), jnp.zeros((1, 6)))


def loss(head_params, frozen):
    hidden = jax.nn.relu(x @ frozen["kernel"] + frozen["bias"])
    return jnp.mean((head.apply(head_params, hidden) - y) ** 2)


# argnums names what is differentiated: without the encoder in it, the encoder has no gradient.
step = jax.jit(jax.value_and_grad(loss, argnums=0))
for i in range(40):
    value, grads = step(head_params, frozen)
    head_params = jax.tree.map(lambda p, g: p - 0.2 * g, head_params, grads)
    if i % 10 == 0:
        print(f"step {i}: loss {value:.4f}")

print("the encoder is what it was:", jnp.array_equal(frozen["kernel"], encoder.kernel[...]))
