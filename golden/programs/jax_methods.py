import jax.numpy as jnp

x = jnp.array([[3.0, 1.0, 2.0], [6.0, 5.0, 4.0]])
print(x.sum(), x.sum(0), x.sum(axis=1), x.sum(axis=1, keepdims=True), x.mean(), x.mean(0), x.std(), x.var(axis=1))
print(x.max(), x.min(axis=0), x.argmax(), x.argmin(axis=1), x.prod(), (x > 2).all(), (x > 5).any(), (x > 2).sum())
print(
    x.T, x.reshape(3, 2), x.reshape(-1), x.reshape((6,)), x.ravel(), x.flatten(), x.transpose(), x.transpose(1, 0).shape
)
print(x.astype(int), x.astype(jnp.int32).dtype, x.astype(bool), x.round(), x.clip(2, 5), x.cumsum(axis=1), x.cumsum())
print(
    x.squeeze().shape, x[None].squeeze(0).shape, x.swapaxes(0, 1).shape, x.dot(jnp.ones(3)), x.take(jnp.array([0, 5]))
)
print(x.tolist(), x.size, x.nbytes, x.itemsize, x.ndim, x.shape, x.copy().shape, x.real.shape, x.mT.shape)
print(x.devices(), x.block_until_ready() is x, x.is_deleted())
for f in (lambda: x.reshape(4, 2), lambda: x.sum(axis=2), lambda: x.foo, lambda: x.squeeze(0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", str(e).replace("jaxlib._jax.", ""))
