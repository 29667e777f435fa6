import flax.linen as nn
from flax import nnx

import jax
import jax.numpy as jnp

layer = nnx.Conv(1, 2, (3, 3), rngs=nnx.Rngs(0))
grouped = nnx.Conv(4, 2, (3,), feature_group_count=2, rngs=nnx.Rngs(0))
lower = nnx.Conv(1, 1, (2,), padding="SAME_LOWER", rngs=nnx.Rngs(0))
print(lower(jnp.arange(4.0).reshape(1, 4, 1)))
for f in (
    lambda: layer(jnp.ones((1, 4, 4, 3))),
    lambda: grouped(jnp.ones((1, 4, 6))),
    lambda: nn.Conv(1, (2,), padding="NOPE").init(jax.random.key(0), jnp.ones((1, 4, 1))),
):
    try:
        f()
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)
