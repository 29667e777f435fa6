# What jax.linear_transpose takes, gives and refuses.
import jax
import jax.numpy as jnp

x = jnp.arange(3.0)
matrix = jnp.arange(6.0).reshape(2, 3)


def show(make):
    try:
        print(make())
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, error)


transposed = jax.linear_transpose(lambda v: matrix @ v, x)
show(lambda: transposed(jnp.ones(2)))
show(lambda: transposed(jnp.array([1.0, -2.0])))
show(lambda: jax.linear_transpose(lambda a, b: (a + b, 2 * a), x, x)((jnp.ones(3), jnp.ones(3))))
show(lambda: jax.linear_transpose(lambda t: t["a"] * 2 + t["b"].sum(), {"a": x, "b": matrix})(x))
show(lambda: jax.linear_transpose(lambda v: matrix @ v, jax.ShapeDtypeStruct((3,), jnp.float32))(jnp.ones(2)))
show(lambda: jax.linear_transpose(lambda v: v.sum(), 1.0)(1.0))
show(lambda: jax.linear_transpose(lambda v: jnp.exp(x) * v, x)(x))
show(lambda: jax.linear_transpose(lambda v: v + 1, x)(x))
show(lambda: jax.linear_transpose(lambda v: jnp.ones(3), x)(x))
show(lambda: jax.linear_transpose(lambda v: v * 2, jnp.arange(3))(jnp.arange(3)))
show(lambda: jax.linear_transpose(jax.jit(lambda v: 3 * v[::-1]), x)(x))
show(lambda: jax.linear_transpose(lambda v: jnp.cumsum(v), x)(x))
show(lambda: jax.jit(lambda ct: transposed(ct)[0] * 2)(jnp.ones(2)))
show(lambda: jax.grad(lambda ct: (transposed(ct)[0] ** 2).sum())(jnp.ones(2)))

show(lambda: jax.linear_transpose(jnp.sin, x)(x))
show(lambda: jax.linear_transpose(lambda v: v * 2, x)(jnp.ones(2)))
show(lambda: jax.linear_transpose(lambda v: v * 2, x)((x, x)))
show(lambda: jax.linear_transpose(lambda v: (v * 2,), x)(x))
show(lambda: jax.linear_transpose(lambda v: v.astype(int), x)(jnp.arange(3)))
show(lambda: jax.linear_transpose(lambda v: v, "a")(x))
show(lambda: jax.linear_transpose(lambda v: v, x, reduce_axes=("i",)))
