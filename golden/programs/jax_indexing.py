import jax.numpy as jnp

x = jnp.arange(12.0).reshape(3, 4)
print(x[0], x[-1], x[1, 2], x[1][2], x[:, 1], x[1:, ::2], x[::-1, 0], x[..., 0], x[None, 0].shape)
print(x[jnp.array([0, 2])], x[jnp.array([0, 2]), jnp.array([1, 3])], x[:, jnp.array([0, -1])])
print(x[x > 6], x[jnp.array([True, False, True])], x[100], x[0, -100])
print(x[0:2, None, 1].shape, x[jnp.array([[0, 1], [1, 2]])].shape, x[()].shape, x[:0].shape)
i = jnp.array(1)
print(x[i], x[i, i], x[jnp.int32(-1)])
print(x.at[0, 0].set(9)[0], x.at[1].add(1.0)[1], x.at[:, 0].multiply(10)[:, 0], x.at[0].divide(2)[0])
print(x.at[0, 1].min(-5)[0], x.at[0].max(1.5)[0], x.at[0].power(2)[0], x.at[0].apply(lambda v: -v)[0], x.at[0, 1].get())
print(x.at[jnp.array([0, 0, 1])].add(1.0)[:2, 0], x.at[10].set(1.0).sum(), x.at[0].subtract(1)[0])
print(jnp.arange(5).at[jnp.array([1, 3])].set(0), jnp.arange(3).at[0].set(2.7))
print(x.at[9, 0].get(mode="fill", fill_value=-1), x.at[9, 0].get(mode="clip"), jnp.arange(3).at[7].set(5, mode="clip"))
print(repr(x.at[0]), len(x), [r.sum().item() for r in x])
for row in jnp.array([[1, 2], [3, 4]]):
    print(row, end=" ")
print(3.0 in x[0], 99.0 in x[0])
for f in (
    lambda: x[0, 0, 0],
    lambda: x[[0, 1]],
    lambda: x["a"],
    lambda: x[1.0],
    lambda: x.__setitem__(0, 1.0),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
