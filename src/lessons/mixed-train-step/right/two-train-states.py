import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx
from flax.training.train_state import TrainState


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    first = TrainState.create(
        apply_fn=lambda p, x: jax.nn.relu(x @ p["kernel"] + p["bias"]),
        params={"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        tx=optax.sgd(lr),
    )
    second = TrainState.create(
        apply_fn=head.apply,
        params=head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))["params"],
        tx=optax.sgd(lr),
    )

    def loss_fn(p, q):
        return jnp.mean((second.apply_fn({"params": q}, first.apply_fn(p, x)) - y) ** 2)

    grads = jax.grad(loss_fn, (0, 1))(first.params, second.params)
    before = loss_fn(first.params, second.params)
    first = first.apply_gradients(grads=grads[0])
    second = second.apply_gradients(grads=grads[1])
    return [float(before), float(loss_fn(first.params, second.params))]
