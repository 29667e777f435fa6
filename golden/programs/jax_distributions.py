import jax
import jax.numpy as jnp

key = jax.random.key(3)
print(jax.random.cauchy(key, (3,)), jax.random.maxwell(key, (2,)), jax.random.lognormal(key, shape=(2,)))
print(jax.random.pareto(key, 2.0, (3,)), jax.random.rayleigh(key, 2.0, (2,)))
print(jax.random.weibull_min(key, 2.0, 1.5, (3,)))
print(jax.random.multivariate_normal(key, jnp.array([1.0, 2.0]), jnp.eye(2), (2,)))
try:
    jax.random.multivariate_normal(key, jnp.zeros(2), jnp.eye(3))
except ValueError as e:
    print(e)
x = jnp.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(x.item(4), x.item(1, 2), x.nbytes, x.itemsize, x.mT.shape, x.imag.sum(), x.ptp(axis=1))
print(x.compress(jnp.array([True, False]), axis=0), jnp.array([0, 1]).choose([x[0, :2], x[1, :2]]))
for f in (lambda: x.item(6), lambda: x.item(0, 3), lambda: x.shap):
    try:
        print(f())
    except (IndexError, AttributeError) as e:
        print(type(e).__name__)
