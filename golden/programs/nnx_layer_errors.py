import jax.numpy as jnp
from flax import nnx


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


lin = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
attempt(lambda: nnx.Linear(3, 4))
attempt(lambda: nnx.Linear(3, 4, nnx.Rngs(0)))
attempt(lambda: nnx.Linear(3, rngs=nnx.Rngs(0)))
attempt(lambda: lin(jnp.ones(4)))
attempt(lambda: lin(jnp.ones((2, 5))))
attempt(lambda: nnx.Linear(3, 4, dtype=jnp.int32, rngs=nnx.Rngs(0))(jnp.ones(3)))
attempt(lambda: nnx.LinearGeneral((2, 3), 4, rngs=nnx.Rngs(0)))
attempt(lambda: nnx.Einsum("ab,bc", (2, 3), rngs=nnx.Rngs(0)))
attempt(lambda: nnx.Einsum("ab->ab", (2, 3), rngs=nnx.Rngs(0)))
attempt(lambda: nnx.Embed(3, 4, rngs=nnx.Rngs(0))(jnp.ones(2)))
attempt(lambda: nnx.Sequential(1)(2))
attempt(lambda: nnx.GroupNorm(6, num_groups=4, rngs=nnx.Rngs(0)))
attempt(lambda: nnx.GroupNorm(6, num_groups=2, group_size=3, rngs=nnx.Rngs(0)))
attempt(lambda: nnx.GroupNorm(6, num_groups=None, group_size=4, rngs=nnx.Rngs(0)))
attempt(lambda: nnx.BatchNorm(2, use_running_average=None, rngs=nnx.Rngs(0))(jnp.ones((3, 2))))
attempt(lambda: nnx.MultiHeadAttention(3, 8, rngs=nnx.Rngs(0)))
attempt(lambda: nnx.MultiHeadAttention(2, 8, rngs=nnx.Rngs(0))(jnp.ones((2, 8))))
attempt(lambda: nnx.MultiHeadAttention(2, 8, decode=False, rngs=nnx.Rngs(0))(jnp.ones((2, 6))))
attempt(lambda: nnx.MultiHeadAttention(2, 8, decode=True, rngs=nnx.Rngs(0))(jnp.ones((1, 1, 8))))
attempt(lambda: nnx.Conv(2, 3, (3,), padding=[1, 2], rngs=nnx.Rngs(0))(jnp.ones((1, 4, 2))))
attempt(lambda: nnx.Conv(2, 3, (3, 3), padding="CAUSAL", rngs=nnx.Rngs(0))(jnp.ones((1, 4, 4, 2))))
attempt(lambda: nnx.Conv(2, 3, (3,), mask=jnp.ones(2), rngs=nnx.Rngs(0))(jnp.ones((1, 4, 2))))
attempt(lambda: nnx.Linear(3, 4, rngs=nnx.Rngs(0)).weight)
attempt(lambda: nnx.combine_masks(jnp.ones((1, 2)), jnp.ones(2)))
