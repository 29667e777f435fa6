import jax
import jax.numpy as jnp
from jax import lax

f = jnp.array([1.0, 2.0, 3.0])
a = jnp.array([3, 1, 2, 1, 3])
m = jnp.arange(6.0).reshape(2, 3)
print(jnp.where(a > 1), jnp.where(a > 1, a, 0))
print(jnp.select([a > 2, a > 1], [a, a * 10], -1), jnp.choose(jnp.array([0, 1, 0]), [f, f * 2]))
print(jnp.compress(jnp.array([True, False, True]), f), jnp.extract(m > 2, m))
print(jnp.append(f, 4.0), jnp.append(m, m, axis=0), jnp.insert(m, 1, 9.0, axis=1), jnp.insert(f, slice(0, 2), 7.0))
print(jnp.delete(f, 1), jnp.delete(m, jnp.array([0, 2]), axis=1), jnp.delete(f, slice(0, 2)))
print(jnp.unique(a), jnp.unique(a, return_counts=True), jnp.unique(a, size=4, fill_value=0))
print(jnp.unique_counts(a))
print(
    jnp.unique_values(a),
    jnp.isin(a, jnp.array([1, 2])),
    jnp.union1d(a, jnp.array([7])),
    jnp.setdiff1d(a, jnp.array([1])),
)
print(m[jnp.ix_(jnp.array([0, 1]), jnp.array([0, 2]))])
print(jnp.cov(m), jnp.corrcoef(f, jnp.array([1.0, 2.0, 4.0])))
print(jnp.put(a, jnp.array([0, 1]), 9, inplace=False), jnp.place(f, f > 1, jnp.array([7.0, 8.0]), inplace=False))
print(jnp.kaiser(4, 2.0), jnp.bartlett(5), jnp.broadcast_shapes((2, 1), (3,)))
print(jnp.tril_indices_from(m), jnp.mask_indices(3, jnp.triu), jnp.unravel_index(jnp.array([0, 5]), (2, 3)))
print(jnp.polyadd(f, f[:2]), jnp.polymul(f, f[:2]), jnp.polyder(f), jnp.polyint(f), jnp.poly(f))
print(jnp.piecewise(f, [f < 2, f > 2], [-1, lambda v: v * 2, 0]), jnp.apply_over_axes(jnp.sum, m, [0, 1]))
print(
    jnp.moveaxis(m[None], (0, 1), (2, 0)).shape, jnp.expand_dims(m, (0, -1)).shape, jnp.trim_zeros(jnp.array([0, 1, 0]))
)
print(lax.dynamic_update_slice_in_dim(m, -jnp.ones((2, 1)), 1, axis=1))
print(lax.dynamic_update_index_in_dim(m, jnp.zeros(3), 1, 0), lax.index_in_dim(m, -1, 1, keepdims=False))
print(lax.sort_key_val(a, jnp.arange(5)), lax.split(f, (1, 2)), lax.pad(f, 0.0, [(1, -1, 1)]))
print(lax.associative_scan(jnp.add, a), lax.map(lambda x: x * 2, f), lax.population_count(a), lax.clz(a))
print(jax.grad(lambda x: jnp.sum(jnp.append(x, x * 2) * jnp.arange(6.0)))(f))
for g in (
    lambda: jnp.unique([1, 2]),
    lambda: jax.jit(jnp.unique)(a),
    lambda: jnp.select([a > 2], [a, a]),
    lambda: jnp.choose(jnp.array([0, 5]), [f, f]),
    lambda: jnp.put(a, jnp.array([0]), 9),
    lambda: jnp.ix_(m),
    lambda: jnp.delete(f, 7),
    lambda: jnp.broadcast_shapes((2,), (3,)),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, str(e).splitlines()[0])
