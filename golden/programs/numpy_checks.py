import numpy as np

import jax
import jax.numpy as jnp

x = np.arange(6).reshape(2, 3)
print(x[[0, 1]], x[[0, 1], [2, 0]], x[:, [0, 2]], x[x > 2], x[-1, -1], np.arange(3)[5:], np.zeros((0, 3)))
for f in (
    lambda: x[2],
    lambda: x[0, 3],
    lambda: x[[0, 5]],
    lambda: np.ones(2) + np.ones(3),
    lambda: np.add(np.ones((2, 3)), np.ones(2)),
    lambda: np.testing.assert_allclose([1.0, 2.0], [1.0, 2.5]),
    lambda: np.testing.assert_allclose(jnp.ones(7), jnp.zeros(7), atol=1e-3, err_msg="layers"),
    lambda: np.testing.assert_allclose(np.ones((2, 2)), np.ones(3)),
    lambda: np.testing.assert_array_equal([1, 2], [1, 3]),
    lambda: np.testing.assert_array_equal([1, 2], [1, 2, 3]),
    lambda: np.testing.assert_array_almost_equal([1.0], [1.5], decimal=3),
    lambda: np.testing.assert_almost_equal(1.0, 1.5),
    lambda: np.testing.assert_equal(1, 2),
    lambda: np.testing.assert_equal({"a": [1, 2]}, {"a": [1, 3]}),
):
    try:
        print(f())
    except (IndexError, ValueError, AssertionError) as error:
        print(type(error).__name__, error)
np.testing.assert_array_equal([np.nan, 1.0], [np.nan, 1.0])
np.testing.assert_equal({"a": 1, "b": [2.0, "c"]}, {"a": 1, "b": [2.0, "c"]})
print(np.sum(jnp.ones(3)), repr(np.mean(jnp.arange(3))), jax.grad(lambda w: np.sum(w**2))(jnp.ones(2)))
print(np.squeeze([[1]]), np.meshgrid([1, 2], [3]), np.array2string(np.ones(2)), np.array_repr(x), np.iterable(x))
