import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


class HeadParam(nnx.Param):
    """Marks the half that Linen made."""


class Mixed(nnx.Module):
    def __init__(self, x, y, seed):
        self.encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
        self.dense = nn.Dense(y.shape[-1])
        made = self.dense.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))
        self.head = nnx.data({name: HeadParam(leaf) for name, leaf in made["params"].items()})

    def loss(self, x, y):
        params = {name: leaf[...] for name, leaf in self.head.items()}
        return jnp.mean((self.dense.apply({"params": params}, nnx.relu(self.encoder(x))) - y) ** 2)


def mixed_train_step(seed, x, y, lr):
    model = Mixed(x, y, int(seed))
    graphdef, theirs, ours = nnx.split(model, HeadParam, ...)

    def loss_fn(theirs, ours):
        return nnx.merge(graphdef, theirs, ours).loss(x, y)

    before, grads = jax.value_and_grad(loss_fn, (0, 1))(theirs, ours)
    moved = jax.tree.map(lambda p, g: p - lr * g, (theirs, ours), grads)
    return jnp.stack([before, loss_fn(*moved)])
