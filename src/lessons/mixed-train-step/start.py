import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

HIDDEN = 4


def mixed_train_step(seed, x, y, lr):
    # Step 1: the seed as an integer, and the NNX encoder. This one
    # is done.
    whole_seed = int(seed)
    rngs = nnx.Rngs(whole_seed)
    encoder = nnx.Linear(x.shape[-1], HIDDEN, rngs=rngs)

    # Step 2: the parameters of both halves as plain trees. The NNX
    # half is read out here; the Linen half is yours: an nn.Dense
    # head with one feature per target, and init with
    # PRNGKey(whole_seed + 1).
    nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}

    # Step 3: the loss as a pure function of both trees. The head is
    # missing: so far the mean of the hidden layer stands in for the
    # prediction.
    def loss_fn(nnx_tree):
        hidden = jax.nn.relu(x @ nnx_tree["kernel"] + nnx_tree["bias"])
        prediction = jnp.mean(hidden)
        return jnp.mean((prediction - y) ** 2)

    # Step 4: the gradients of the loss with respect to both trees,
    # from one backward pass.

    # Step 5: one SGD step on each tree: p - lr * g for every leaf.

    # Step 6: the loss before the step and the loss after it. So far
    # nothing has moved.
    before = loss_fn(nnx_params)
    after = loss_fn(nnx_params)
    return jnp.stack([before, after])
