from typing import Any

import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx, struct


@struct.dataclass
class State:
    encoder: Any
    head: Any
    lr: float = struct.field(pytree_node=False)

    def step(self, grads):
        move = lambda p, g: p - self.lr * g
        return self.replace(
            encoder=jax.tree.map(move, self.encoder, grads.encoder),
            head=jax.tree.map(move, self.head, grads.head),
        )


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    state = State(
        encoder=nnx.to_pure_dict(nnx.state(encoder)),
        head=head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
        lr=lr,
    )

    def loss_fn(state):
        hidden = jax.nn.relu(x @ state.encoder["kernel"] + state.encoder["bias"])
        return jnp.mean((head.apply(state.head, hidden) - y) ** 2)

    before, grads = jax.value_and_grad(loss_fn)(state)
    return jnp.stack([before, loss_fn(state.step(grads))])
