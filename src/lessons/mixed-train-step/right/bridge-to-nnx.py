import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx
from flax.nnx import bridge


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    linen_head = nn.Dense(y.shape[-1])
    made = linen_head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))["params"]

    class Model(nnx.Module):
        def __init__(self):
            self.encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
            self.head = bridge.ToNNX(linen_head, rngs=nnx.Rngs(seed + 1)).lazy_init(jnp.zeros(4))
            # A wrapped module draws from its own stream; the task names another key.
            self.head.kernel[...] = made["kernel"]
            self.head.bias[...] = made["bias"]

        def __call__(self, x):
            return self.head(nnx.relu(self.encoder(x)))

    model = Model()

    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    before, grads = nnx.value_and_grad(loss_fn)(model)
    params = nnx.state(model, nnx.Param)
    nnx.update(model, jax.tree.map(lambda p, g: p - lr * g, params, grads))
    return jnp.stack([before, loss_fn(model)])
