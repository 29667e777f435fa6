import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx


def mixed_train_step(seed, x, y, lr):
    seed = int(seed)
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(encoder, optax.sgd(lr), wrt=nnx.Param)
    head = nn.Dense(y.shape[-1])
    variables = head.init(jax.random.PRNGKey(seed + 1), jnp.zeros(4))
    tx = optax.sgd(lr)
    opt_state = tx.init(variables)

    def loss_fn(encoder, variables):
        return jnp.mean((head.apply(variables, nnx.relu(encoder(x))) - y) ** 2)

    @nnx.jit
    def train_step(encoder, optimizer, variables, opt_state):
        grad_fn = nnx.value_and_grad(loss_fn, argnums=(0, 1))
        loss, (encoder_grads, head_grads) = grad_fn(encoder, variables)
        optimizer.update(encoder, encoder_grads)
        updates, opt_state = tx.update(head_grads, opt_state, variables)
        return loss, optax.apply_updates(variables, updates), opt_state

    before, variables, opt_state = train_step(encoder, optimizer, variables, opt_state)
    return jnp.stack([before, loss_fn(encoder, variables)])
