import jax
import jax.numpy as jnp

x = jnp.array([1.0, -2.0])
m = jnp.ones((2, 3))
for f in (
    jax.nn.relu,
    jax.nn.softmax,
    jax.nn.silu,
    jax.nn.elu,
    jax.nn.gelu,
    lambda x: jnp.where(x > 0, x, 0.0),
    lambda x: jnp.where(x > 0, x, -x),
    lambda x: jnp.clip(x, 0, 1),
    lambda x: jnp.cumsum(x),
    lambda x: jax.nn.relu(m.T @ x),
    lambda x: x[None],
    lambda x: x[0],
    lambda x: x.reshape(1, 2)[:, :, None],
    lambda x: jnp.squeeze(x[None, :, None]),
    lambda x: jnp.max(x, keepdims=True) + jnp.min(x),
    lambda x: jnp.prod(x),
):
    print(jax.make_jaxpr(f)(x))
print(jax.make_jaxpr(lambda n: jax.nn.one_hot(n, 3))(jnp.arange(2)))
print(jax.make_jaxpr(lambda a, b: a * b)(x, 2.0))
print(jax.make_jaxpr(jax.vmap(lambda a, b: a * b, (0, None)))(x, 2.0))
step = jax.jit(lambda w: w - 0.1 * jax.nn.relu(w))
print(jax.make_jaxpr(step)(x), step(x), jax.grad(lambda w: jnp.where(w > 0, w**2, -w).sum())(x))


@jax.jit
def inner(x):
    return jnp.where(x > 0, x, 0.0)


print(jax.make_jaxpr(lambda x: inner(inner(x)) + jax.nn.relu(jax.nn.relu(x)))(x), inner(x))
