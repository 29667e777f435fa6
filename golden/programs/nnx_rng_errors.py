import jax
import jax.numpy as jnp
from flax import nnx


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: nnx.Rngs(0.5))
attempt(lambda: nnx.Rngs("seed"))
attempt(lambda: nnx.Rngs(params=0).dropout())
attempt(lambda: nnx.Rngs(params=0)["dropout"])
attempt(lambda: nnx.Rngs(params=0)())
attempt(lambda: nnx.split_rngs(nnx.Rngs(0), splits=2, squeeze=True))
attempt(lambda: nnx.reseed(nnx.Rngs(0).split(2), default=1))
attempt(lambda: nnx.reseed(nnx.Rngs(0), policy="absent", default=1))
attempt(lambda: nnx.Dropout(0.5)(jnp.ones(2)))
attempt(lambda: nnx.Dropout(0.5, deterministic=None)(jnp.ones(2)))
attempt(lambda: nnx.Dropout(0.5, rngs=1))
attempt(lambda: nnx.Dropout(0.5)(jnp.ones(2), rngs=3))
attempt(lambda: nnx.Dropout(0.5)(jnp.ones(4), rngs=nnx.Rngs(1)))
attempt(lambda: nnx.Dropout(0.5)(jnp.ones(4), rngs=jax.random.key(2)))
