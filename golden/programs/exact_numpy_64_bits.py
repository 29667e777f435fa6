"""NumPy's own types: int64 and float64 where nothing else is asked, kept apart from JAX's 32 bits."""

import jax
import jax.numpy as jnp
import numpy as np

n = np.array([123456789, -5])
table = np.arange(12).reshape(3, 4)
grid = np.array([[1.0, 2.5], [3.0, -4.0]])
narrow = np.array([1, 2, 3], np.int32)
tiny = np.array([250, 3], np.uint8)
single = np.array([0.1, 0.2], np.float32)


def show(*values):
    for value in values:
        print(repr(value), end="; ")
    print()


# Storage and printing
show(n * 1000, n**2, n.dtype, np.array([1, 2]) / 3, 1 / np.arange(1, 4), np.array([2**62, 1]) * 2)
show(np.array([0.1]) + 0.2, np.array([1e-10, 1.0]), np.array([123456789.123]), np.array([1e16, 1.0]))
show(np.array([np.nan, np.inf, 1]), np.array([-0.0, 1]), np.array(5), np.array(5.0), np.array([]), np.zeros((0, 3)))
show(np.arange(2000) / 3, 2 ** np.arange(40, 43), np.array([2**63]), np.array([True, 2]), np.array([1, 2.5]))
print(n * 1000, grid / 3, np.array(1) / 3, f"{np.float64(1) / 3:.20f} {grid[0, 0]}")
# Types of results
show(narrow / 2, narrow + single[0], narrow.sum(), tiny + 10, tiny * 2, tiny.sum(), tiny.mean(), single + grid[0])
show(single * 2.0, single.mean().dtype, np.sqrt(2), np.add(1, 2), np.sum([1, 2]), np.uint8(2) + np.int8(1))
show(
    (narrow * 2).dtype,
    (narrow * 2.0).dtype,
    (narrow + n[:1]).dtype,
    (single[:1] + narrow).dtype,
    (tiny[:1] + narrow).dtype,
)
show(np.int64(2**62) * 4, np.int64(7) / 2, np.float64(1) / 3, np.bool_(True) & np.bool_(False), ~np.bool_(True))
# Reductions
show(table.sum(), table.sum(axis=1), table.mean(axis=0), table.std(), grid.var(axis=1), table.max(axis=0))
show(table.argmax(axis=1), np.cumsum(table, axis=1), np.prod([2**20] * 3), np.median(grid), np.percentile(grid, 25))
show((np.arange(1000) / 7).sum(), (np.arange(1000) / 7).mean(), np.any(table > 3), np.all(table), np.ptp(table))
show(np.mean([jnp.float32(1), jnp.float32(2)]), np.mean([1, 2, 4]), np.average([1, 2, 3], weights=[3, 2, 1]))
# Indexing and views
show(table[1], table[:, 1:3], table[table > 5], table[[0, 2], [1, 3]], table[-1, ::-1], table[..., None].shape)
view = np.zeros((2, 3))
row = view[0]
row[:] = 5
view[:, 1] += 1
view.T[2] = 9
print(view, row)
for row in view:
    row /= row.sum()
print(view)
flat = view.reshape(-1)
flat[0] = -1
copy = view[[0, 1]]
copy[0] = 100
print(view[0], flat[:2], view.ravel()[:2])
# Moving, sorting, finding
show(np.concatenate([grid, grid]), np.stack([n, n]), np.tile(n, 2), np.repeat(grid, 2, axis=0), np.flip(n))
show(np.where(table > 4, table, 0.5), np.where(table > 9), np.argsort([3, 1, 2]), np.unique([3, 1, 3]))
show(np.split(table, 2, axis=1), np.pad(n, 1), np.tril(table), np.diag(grid), np.roll(table, 1, 0), np.diff(n))
show(np.clip(table, 2, 6), np.round(grid / 3, 2), np.histogram([1, 2, 2, 5], bins=4), np.interp(1.5, [1, 2], [10, 20]))
# Creation
show(np.linspace(0, 1, 7), np.arange(0, 1, 0.1), np.full(2, 7), np.full((2, 2), 1.5), np.eye(2), np.ones(2, int))
show(np.zeros_like(narrow), np.full_like(n, 2.7), np.linspace(0, 10, 5, dtype=int), np.meshgrid([1, 2], [3.0, 4.0]))
# Products
show(
    grid @ grid, table @ table.T, np.dot(grid, [1, 2]), np.outer([1, 2], [3.0, 4.0]), np.einsum("ij,jk->ik", grid, grid)
)
show(np.linalg.norm(grid), np.linalg.norm(table, axis=1), np.linalg.solve(np.diag([2.0, 4.0]), [1, 2]))
# To JAX, where 64 bits become 32, and back
show(jnp.array(n * 1000), jnp.asarray(grid), jnp.ones(2) * grid[0], grid[0] * jnp.ones(2), jnp.arange(2) + n)
show(jnp.array(np.float64(0.1)), jnp.ones(2) + np.float64(2), jnp.sum(np.ones(3)), jnp.dot(grid, grid))
show(np.asarray(jnp.ones(2)) / 3, np.array(jnp.arange(3)) * 2.0, np.asarray(jnp.ones(2)) + np.ones(2))
show(jax.grad(lambda w: jnp.sum(w * grid[0]))(np.array([1.0, 2.0])), jax.jit(lambda v: v * 2)(n))
show(jax.tree.map(np.asarray, {"w": jnp.arange(2), "b": 1.5}), jnp.take(jnp.arange(5.0), np.array([1, 3])))
show(
    np.finfo(float).eps,
    np.finfo(np.float32).eps,
    np.iinfo(np.int64).max,
    np.dtype(float),
    np.array(single, float).dtype,
)
count = np.arange(3)
count *= 10**12
print(count)
count[1] = 7.9
count[[0, 2]] = [1, 2]
count[count > 1] = 0
print(count)
for f in (
    lambda: np.array([1]) ** -1,
    lambda: np.array([True]) - np.array([True]),
    lambda: -np.array([True]),
    lambda: np.array([300], np.uint8),
    lambda: tiny + 300,
    lambda: np.array([1]) + 2**63,
    lambda: np.ones(2) + np.ones(3),
    lambda: table.reshape(5),
    lambda: table[5],
    lambda: table[0, 1, 2],
    lambda: table[0.5],
    lambda: float(grid),
    lambda: bool(table),
    lambda: table.foo,
    lambda: np.array([]).max(),
    lambda: table.max(axis=3),
    lambda: grid @ np.ones(3),
    lambda: count.__iadd__(0.5),
    lambda: count.__setitem__(slice(0, 2), [1, 2, 3]),
):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
