import jax
import jax.numpy as jnp
from flax import nnx


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


m = nnx.Linear(2, 2, rngs=nnx.Rngs(0))
x = jnp.ones(2)
attempt(lambda: nnx.grad(lambda m: m(x))(m))
attempt(lambda: nnx.grad(lambda m: None)(m))
attempt(lambda: nnx.grad(m.__call__)(x))
attempt(lambda: nnx.value_and_grad(m.__call__)(x))
attempt(lambda: nnx.grad(lambda a: a.sum())(jnp.arange(3)))
attempt(lambda: nnx.grad(lambda m: m(x).sum(), argnums=1)(m))
attempt(lambda: nnx.grad(lambda m, y: m(y).sum(), argnums=(0, 0)))
attempt(lambda: nnx.grad(lambda m: m(x).sum())())
attempt(lambda: nnx.grad(lambda m: m(x).sum(), reduce_axes=("i",)))
attempt(lambda: nnx.grad(lambda m, *, y: m(y).sum())(m, y=x))
attempt(
    lambda: nnx.grad(lambda m: m(x).sum(), argnums=nnx.DiffState(0, nnx.RngState))(nnx.Dropout(0.5, rngs=nnx.Rngs(0)))
)
attempt(lambda: nnx.grad(lambda m: float(m(x).sum()))(m))
attempt(lambda: nnx.jit(m.__call__))
attempt(lambda: nnx.vmap(m.__call__))
attempt(lambda: nnx.scan(m.__call__))
attempt(lambda: nnx.remat(m.__call__))
attempt(lambda: jax.grad(lambda d: d(x).sum())(nnx.Dropout(0.5, rngs=nnx.Rngs(0))))
attempt(lambda: jax.grad(lambda r: 1.0)(nnx.Rngs(0)))
