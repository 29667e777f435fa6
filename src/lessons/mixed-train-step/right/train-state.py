import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx
from flax.training import train_state


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    graphdef, encoder = nnx.split(nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed)))
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))

    def forward(params, x):
        hidden = nn.relu(nnx.merge(graphdef, params["encoder"])(x))
        return head.apply({"params": params["head"]}, hidden)

    state = train_state.TrainState.create(
        apply_fn=forward,
        params={"encoder": encoder, "head": variables["params"]},
        tx=optax.sgd(lr),
    )

    def loss_fn(params):
        return jnp.mean((state.apply_fn(params, x) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(state.params)
    state = state.apply_gradients(grads=grads)
    return jnp.stack([before, loss_fn(state.params)])
