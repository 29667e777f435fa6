import jax
import jax.numpy as jnp

x = jnp.arange(12.0).reshape(3, 4)
v = jnp.arange(5)
at = jnp.array([0, 3, 9])
for mode in ("fill", "drop", "clip", "promise_in_bounds"):
    print(mode, x.at[jnp.array([0, 2])].get(mode=mode).shape, x.at[:, jnp.array([0, 3])].get(mode=mode)[0])
print(v.at[at].get(mode="fill"), v.at[at].get(mode="drop"), v.at[at].get(mode="fill", fill_value=-1))
print(x.at[:, at].get(mode="fill"), x.at[..., 9].get(mode="fill"), x.at[None, :, at].get(mode="clip"))
print(x.at[1, at].get(mode="fill", fill_value=7.0), x.at[at, 1:3].get(mode="fill", fill_value=0))
print(v.at[at].set(1, mode="drop"), v.at[at].set(1, mode="clip"), v.at[at].add(5, mode="fill"))
print(v.at[jnp.array([1, 1])].divide(2), v.at[jnp.array([2, 2])].power(2), v.at[jnp.array([1, 1])].mul(3))
print(v.at[jnp.array([1, 1, 9])].apply(lambda n: n * 10), x.at[1].apply(jnp.negative))
print(v.at[jnp.array([1, 1])].subtract(3), v.at[jnp.array([1, 3])].min(0), v.at[jnp.array([1, 3])].max(2))
for f in (
    lambda: v.at[at].get(mode="wrap"),
    lambda: v.at[at].set(1, mode="nope"),
    lambda: v[0:2.0],
    lambda: jax.jit(lambda n: v[n:])(2),
):
    try:
        print(f())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, str(error))
print(jax.grad(lambda w: w.at[jnp.array([0, 0, 9])].get(mode="fill", fill_value=0).sum())(jnp.ones(3)))
print(jax.grad(lambda w: w.at[jnp.array([0, 0])].divide(2.0).sum())(jnp.ones(3)))
