import jax
import jax.numpy as jnp

a = jnp.array([[2.0, -1.0, 0.5], [0.25, 1.5, -0.75], [1.0, 0.5, 3.0]])
s = a @ a.T
x = jnp.array([1.0, -2.0, 0.5])
print(jnp.linalg.norm(x), jnp.linalg.norm(a, axis=1), jnp.linalg.norm(a, ord="fro"), jnp.linalg.norm(x, jnp.inf))
print(jnp.linalg.det(a), jnp.linalg.solve(a, x))
print(jnp.linalg.inv(a))
print(jnp.linalg.slogdet(a).logabsdet, jnp.linalg.slogdet(a)[0])
print(jnp.linalg.cholesky(s))
w, v = jnp.linalg.eigh(s)
print(w)
print(jnp.allclose(v @ jnp.diag(w) @ v.T, s, atol=1e-5))
u, sv, vt = jnp.linalg.svd(a[:, :2], full_matrices=False)
print(u.shape, sv, vt.shape)
q, r = jnp.linalg.qr(a)
print(r)
print(jnp.linalg.matrix_power(a, 2), jnp.linalg.matrix_rank(a), jnp.linalg.multi_dot([x, a, a]))
print(jax.grad(lambda m: jnp.linalg.det(m))(a))
print(jax.grad(lambda m, y: jnp.sum(jnp.linalg.solve(m, y)), argnums=(0, 1))(a, x))
print(jax.jit(jax.vmap(jnp.linalg.inv))(jnp.stack([a, s])))
print(jnp.linalg.lstsq(a[:, :2], x)[0], jnp.linalg.pinv(a[:, :2]).shape, jnp.linalg.cond(jnp.eye(2)))
print(jnp.trace(a), jnp.linalg.trace(a), jnp.linalg.diagonal(a))
for f in (
    lambda: jnp.linalg.inv(a[:2]),
    lambda: jnp.linalg.det(x),
    lambda: jnp.linalg.solve(a, jnp.ones(2)),
    lambda: jnp.linalg.norm(x, ord="fro"),
    lambda: jnp.linalg.norm([1.0, 2.0]),
    lambda: jnp.linalg.svd(x),
    lambda: jnp.linalg.matrix_power(a, 0.5),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
