import jax
import jax.numpy as jnp
from jax import lax

x = jnp.ones(2)
n = jnp.arange(2)
for f in (
    lambda: lax.add(x, 1),
    lambda: lax.max(x, n),
    lambda: lax.atan2(x, n),
    lambda: lax.rsqrt(n),
    lambda: lax.floor(n),
    lambda: lax.erf(n),
    lambda: ~x,
    lambda: n**-1,
    lambda: jax.nn.sigmoid(n),
    lambda: jax.nn.silu(1),
    lambda: jax.nn.one_hot(n, 2.5),
    lambda: jax.nn.softmax([1.0, 2.0]),
    lambda: jax.nn.softplus(None),
    lambda: jax.nn.relu([1.0]),
    lambda: jax.nn.selu([1.0]),
    lambda: jax.nn.logmeanexp([1.0]),
    lambda: jnp.round(n, -1),
    lambda: jnp.array([-1], dtype=jnp.uint32),
    lambda: jnp.array([300], dtype=jnp.uint8),
    lambda: lax.dynamic_update_slice(n, x, (0,)),
    lambda: jax.random.bernoulli(jax.random.key(0), 1),
    lambda: float(jax.random.key(0)),
    lambda: hash(x),
    lambda: jax.grad(jnp.dot, argnums=-3)(x, x),
    lambda: jax.grad(jnp.dot, argnums="x")(x, x),
    lambda: jax.vmap(lambda a: (a, {"b": a}), out_axes=(0, None))(x),
    lambda: jax.vmap(lambda a: a, out_axes=None)(x),
    lambda: jax.jit(lambda n: x.reshape((n, 1)))(2),
):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError, NotImplementedError) as error:
        print(type(error).__name__, error)
print(lax.add(x, 1.0), lax.top_k(jnp.array([3, 1, 4]), 2), jnp.concatenate([n, x], axis=None))
print(jnp.block([[jnp.eye(2), jnp.zeros((2, 1))], [jnp.ones((1, 3))]]), jnp.lexsort((n, -n)))
print(jnp.interp(2.5, jnp.arange(4.0), jnp.arange(4.0) ** 2), jnp.shape([[1, 2]]), jnp.array(jax.random.key(3)))
