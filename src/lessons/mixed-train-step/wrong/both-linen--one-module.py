import jax
import jax.numpy as jnp
import flax.linen as nn


class Model(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        h = nn.relu(nn.Dense(4)(x))
        return nn.Dense(self.features)(h)


def mixed_train_step(seed, x, y, lr):
    model = Model(y.shape[-1])
    params = model.init(jax.random.PRNGKey(int(seed)), x)

    def loss_fn(params):
        return jnp.mean((model.apply(params, x) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(params)
    params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    return jnp.stack([before, loss_fn(params)])
