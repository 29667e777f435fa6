import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

# Exercise: move both halves, the Linen encoder and the NNX head, by one step of SGD.
x = jnp.array([[0.5, -1.0], [1.5, 0.25], [-0.75, 1.0]])
y = jnp.array([[1.0], [0.0], [-1.0]])

encoder = nn.Dense(features=4)
encoder_params = encoder.init(jax.random.PRNGKey(5), x)
graphdef, head_params = nnx.split(nnx.Linear(4, 1, rngs=nnx.Rngs(6)))


def loss(encoder_params, head_params):
    hidden = jax.nn.relu(encoder.apply(encoder_params, x))
    return jnp.mean((nnx.merge(graphdef, head_params)(hidden) - y) ** 2)


def step(encoder_params, head_params, lr):
    """Both trees after one step. Yours to finish: the head stays where it is."""
    grads = jax.grad(loss)(encoder_params, head_params)
    encoder_params = jax.tree.map(lambda p, g: p - lr * g, encoder_params, grads)
    return encoder_params, head_params


# The check: how far each tree moved, in steps along its own gradient.
right = jax.grad(loss, argnums=(0, 1))(encoder_params, head_params)
moved = step(encoder_params, head_params, 0.1)
for name, old, new, grads in zip(("Linen encoder", "NNX head"), (encoder_params, head_params), moved, right):
    pairs = zip(*(jax.tree.leaves(tree) for tree in (old, new, grads)))
    close = all(bool(jnp.allclose(n, o - 0.1 * g, atol=1e-6)) for o, n, g in pairs)
    print(f"{name}: {'moved by one step' if close else 'not yet'}")
print(f"loss {loss(encoder_params, head_params):.4f}, after your step {loss(*moved):.4f}")
