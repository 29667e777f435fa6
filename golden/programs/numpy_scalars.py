import numpy as np
import numpy.typing as npt

import jax.numpy as jnp

s = np.float32(1.5)
print([s + 1, s * s, 1 / s, -s, abs(s), s**2, s // 1, s % 1, round(s, 1), s + np.float64(1)])
print([np.int32(3) + 1, np.int32(3) / 2, np.int64(7) // 2, np.int32(1) + np.float32(1), np.uint8(2) + np.int8(1)])
print([s > 1, s == 1.5, s != s, np.int32(2) < 3, np.isnan(s), np.bool_(True)], bool(s > 1), not (s > 2))
print([s.mean(), s.sum(), s.round(1), s.max(), s.std(), s.astype(np.int32), s.item(), s.T, s.copy(), s.clip(0, 1)])
print(s.reshape(1), s.ravel(), s.shape, s.dtype, s.size, f"{s:.2f}", "%.3f" % s, str(s), int(np.float32(3.7)))
print([np.float32(0.1) + 0.2, np.float64(1) / 3, np.float32(1) / 3, np.float16(1.1), np.uint8(250) + np.uint8(3)])
print([np.array([1.5, 2.5]).mean(), np.array([1, 2]).sum(), np.array([1, 5, 2]).argmax(), np.array([1.0])[0]])
print(
    [
        sum(np.array([1.0, 2.0])),
        max(np.array([1, 5, 2])),
        np.abs(np.float32(-2)),
        np.maximum(s, 2),
        np.sqrt(np.float32(4)),
    ]
)
print([1, 2, 3][np.int32(1)], {np.int32(1): "a"}[1], divmod(np.int32(5), 3), np.arange(3)[np.int64(1)])
print(s * np.ones(2, np.float32), np.ones(2) * s, jnp.ones(2) * s, s + jnp.ones(2), (jnp.ones(2) * np.float64(2)).dtype)
print((np.ones(2, np.float32) * 2.0).dtype, (np.ones(2, np.float32) + np.ones(2)).dtype, (np.arange(3) / 2).dtype)


def normalised(x: npt.NDArray[np.float32]) -> npt.ArrayLike:
    return (x - x.mean(axis=0)) / x.std(axis=0)


data = np.arange(12, dtype=np.float32).reshape(4, 3)
print(normalised(data), data.mean().round(2), float(data.std()), data.max(axis=1).tolist())
losses = [np.float32(v) for v in (1.0, 0.5, 0.25)]
print(np.mean(losses), np.min(losses), f"mean loss {np.mean(losses):.3f}", losses[-1] < losses[0])
best = np.inf
for epoch, loss in enumerate(losses):
    if loss < best:
        best = loss
print(best, type(best).__name__, np.argsort(losses), np.round(2.567, 2))
print(
    isinstance(s, np.floating),
    isinstance(np.int32(1), np.integer),
    isinstance(s, np.generic),
    isinstance(1.5, np.floating),
)
print(
    np.tile([1, 2], 2), jnp.tile(jnp.arange(2), (2, 2)), np.issubdtype(np.float32, np.floating), np.dtype("int32").name
)
print(
    np.meshgrid(np.arange(2), np.arange(3))[1], np.repeat([1, 2], 2), np.array(losses).dtype, np.array(losses).round(1)
)
