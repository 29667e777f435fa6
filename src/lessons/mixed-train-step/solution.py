import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

HIDDEN = 4


def mixed_train_step(seed, x, y, lr):
    """One SGD step on a mixed model: the loss before and after it."""
    # Step 1: the seed as an integer, and the NNX encoder. Sizes
    # come from the data: the last axis counts the features, in one
    # example as in a batch.
    whole_seed = int(seed)
    rngs = nnx.Rngs(whole_seed)
    encoder = nnx.Linear(x.shape[-1], HIDDEN, rngs=rngs)

    # Step 2: the parameters of both halves as plain trees. An NNX
    # module owns its parameters, so they are read out. A Linen
    # module owns none: init makes them, from a key of their own and
    # a dummy input of which only the shape counts. What the head
    # sees is the hidden layer.
    nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    head = nn.Dense(features=y.shape[-1])
    head_key = jax.random.PRNGKey(whole_seed + 1)
    linen_params = head.init(head_key, jnp.zeros(HIDDEN))

    # Step 3: the loss as a pure function of both trees. Every
    # parameter comes in as an argument; x, y and the head are
    # captured, which is safe because the step does not change them.
    def loss_fn(nnx_tree, linen_tree):
        hidden = jax.nn.relu(x @ nnx_tree["kernel"] + nnx_tree["bias"])
        prediction = head.apply(linen_tree, hidden)
        return jnp.mean((prediction - y) ** 2)

    # Step 4: one backward pass, two gradients, both taken before
    # anything moves. Without argnums only the first tree would be
    # differentiated. The loss before the step comes along.
    backward = jax.value_and_grad(loss_fn, argnums=(0, 1))
    before, (nnx_grads, linen_grads) = backward(nnx_params, linen_params)

    # Step 5: SGD pairs every leaf with its gradient. The trees
    # differ in form, so each half has a tree map of its own, and
    # both halves move.
    def sgd(p, g):
        return p - lr * g

    new_nnx_params = jax.tree.map(sgd, nnx_params, nnx_grads)
    new_linen_params = jax.tree.map(sgd, linen_params, linen_grads)

    # Step 6: the same loss at the new parameters of both halves.
    after = loss_fn(new_nnx_params, new_linen_params)
    return jnp.stack([before, after])
