import numpy as np
import jax
import jax.numpy as jnp

X = np.linspace(0, 1, 20, dtype=np.float32)[:, None]
Y = 0.8 * X**2 + 0.1
print(X.shape, Y.shape, X.dtype, Y.dtype)
mean, std = X.mean(axis=0), X.std(axis=0)
X = (X - mean) / std
print(X[:3], mean, std)
idx = np.arange(len(X))
train, test = idx[:16], idx[16:]
print(X[train].shape, X[test][:, 0])
labels = np.array([0, 2, 1, 1])
onehot = np.eye(3)[labels]
print(onehot)
onehot2 = np.zeros((labels.size, 3))
onehot2[np.arange(labels.size), labels] = 1
print(np.array_equal(onehot, onehot2))


def batches(x, y, size):
    for i in range(0, len(x), size):
        yield x[i : i + size], y[i : i + size]


for bx, by in batches(X, Y, 8):
    print(bx.shape, float(by.mean().round(4)), type(bx).__name__)
loss_history = []
for i in range(5):
    loss_history.append(np.exp(-i))
print(np.array(loss_history).round(3), f"{np.mean(loss_history):.5f}")
m = X > 0
print(m.sum(), X[m].shape, np.any(m), np.all(m), np.count_nonzero(m))
a = np.zeros(3)
a[1] += 2
a += 1
a[a > 2] = 0
print(a)
b = np.arange(12).reshape(3, 4)
print(b[:, ::2], b.T, b.ravel(), b.flatten()[::-1], b.sum(1), b.mean(0), b.cumsum(1)[-1])
print(np.vstack([b, b]).shape, np.hstack([b, b]).shape, np.expand_dims(b, 0).shape, np.squeeze(b[None]).shape)
print(np.split(b, 2, axis=1), np.array_split(np.arange(7), 3))
print(np.argsort(np.array([3, 1, 2])), np.sort([3, 1, 2]), np.unique([3, 1, 3]), np.bincount([0, 1, 1, 3]))
print(np.meshgrid(np.arange(2), np.arange(3))[0], np.tile([1, 2], 2), np.repeat([1, 2], 2))
print(np.isnan(np.array([1.0, np.nan])), np.clip([1, 5, 9], 2, 6), np.power(2.0, 3), np.prod([1, 2, 3]))
print(
    np.float32(3.14159), np.float64(2.5), repr(np.float32(1.5)), repr(np.int32(4)), np.array(3.0), repr(np.array(3.0))
)
print(f"{np.float32(0.123456):.3f}", np.float32(1.0).item(), int(np.array(3)), float(np.array(1.5)))
print(np.array([[1, 2], [3, 4]], dtype=np.int32) @ np.array([1, 1]), np.linalg.norm(np.array([3.0, 4.0])))
print(jnp.asarray(b).dtype, jnp.array(X).dtype, jnp.mean(np.ones(3)), jnp.array(np.float64(1.5)).dtype)
print(isinstance(np.zeros(1), np.ndarray), isinstance(jnp.zeros(1), np.ndarray), isinstance(np.float32(1), np.floating))
img = np.ones((4, 4, 3), dtype=np.uint8) * 255
img = img.astype(np.float32) / 255.0
print(img.max(), img.dtype, np.transpose(img, (2, 0, 1)).shape, img.nbytes)
for row in b:
    print(row)
x, y = np.array([1.0, 2.0])
print(x, y, b.shape[0], b[1, 2], b[-1, -1], b[1].tolist())
print(np.linalg.norm(b), np.linalg.norm(b, 1), np.linalg.norm(b, axis=1), np.linalg.norm(b[0], np.inf))
print(
    np.linalg.det(np.array([[2.0, 1.0], [1.0, 3.0]])),
    np.linalg.solve(np.array([[2.0, 0.0], [0.0, 4.0]]), np.array([1.0, 2.0])),
)
