import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    head = nn.Dense(y.shape[-1])
    params = [
        {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
        head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4)),
    ]

    def loss_fn(params):
        encoder_params, head_params = params
        h = jax.nn.relu(x @ encoder_params["kernel"] + encoder_params["bias"])
        return jnp.mean((head.apply(head_params, h) - y) ** 2)

    grads = jax.grad(loss_fn)(params)
    leaves, treedef = jax.tree.flatten(params)
    moved = []
    for leaf, grad in zip(leaves, jax.tree.leaves(grads), strict=True):
        moved.append(leaf - lr * grad)
    new_params = jax.tree.unflatten(treedef, moved)
    return jnp.stack([loss_fn(params), loss_fn(new_params)])
