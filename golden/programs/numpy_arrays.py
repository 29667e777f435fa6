import jax
import jax.numpy as jnp
import numpy as np

a = np.array([1.0, 2.0, 3.0])
b = np.arange(6).reshape(2, 3)
print(a, b, a.dtype, b.dtype, repr(a), repr(b), repr(np.ones(2, np.float32)))
a[0] = 10
a[1:] += 1
b[:, 0] = -1
print(a, b, a.sum(), a.mean(), b.max(axis=0), b.T.shape, len(a), a.shape, a.ndim, a.tolist())
a *= 2
print(a, a + 1, 1 - a, a / 2, a > 20, a @ a, np.dot(a, a), np.sqrt(a).shape, -a)
x = jnp.array([1.0, 2.0])
n = np.asarray(x)
print(type(n).__name__, n.dtype, n, jnp.asarray(n) + x, repr(x + np.ones(2, np.float32)), isinstance(n, np.ndarray))
print(np.allclose(x, [1.0, 2.0]), np.array_equal(n, x), np.float32(1.5), np.int32(3) + 1, np.pi, np.inf, np.nan)
print(
    np.stack([n, n]).shape,
    np.concatenate([n, n]),
    np.where(n > 1, n, 0),
    np.zeros((2, 2)),
    np.linspace(0, 1, 3),
    np.eye(2),
)
print(jax.device_get(x), jax.tree.map(np.shape, {"w": x}), np.argmax(n), np.mean(n), np.maximum(n, 1.5), np.abs(-n))
np.testing.assert_allclose(x, n)
try:
    np.testing.assert_allclose(x, n + 1)
except AssertionError as e:
    print("AssertionError", "Mismatched elements: 2 / 2 (100%)" in str(e))
print(x.dtype == np.float32, np.float32 == jnp.float32, jnp.zeros(2, np.int32).dtype, jnp.array(np.array([1, 2])).dtype)
try:
    jax.jit(lambda v: np.asarray(v))(x)
except jax.errors.TracerArrayConversionError as e:
    print(type(e).__name__, str(e).split("\n")[0])
