import jax.numpy as jnp
from flax import nnx

avg = nnx.metrics.Average()
print(avg.compute())
avg.update(values=jnp.array([1.0, 2.0, 3.0]))
avg.update(values=4)
avg.update(values=jnp.array([10.0, 20.0]), mask=jnp.array([True, False]))
print(avg.compute(), avg.total[...], avg.count[...])
avg.reset()
print(avg.count[...])
loss = nnx.metrics.Average("loss")
loss.update(loss=jnp.array([2.0, 4.0]))
print(loss.compute())
acc = nnx.metrics.Accuracy()
logits = jnp.array([[0.1, 0.9], [0.8, 0.2], [0.3, 0.7]])
acc.update(logits=logits, labels=jnp.array([1, 0, 0]))
print(acc.compute())
acc.update(logits=logits, labels=jnp.array([1, 1, 1]), mask=jnp.array([1, 1, 0]))
print(acc.compute())
binary = nnx.metrics.Accuracy(threshold=0.5)
binary.update(logits=jnp.array([0.2, 0.6]), labels=jnp.array([0, 0]))
print(binary.compute())
w = nnx.metrics.Welford()
w.update(values=jnp.array([1.0, 2.0, 3.0]))
w.update(values=jnp.array([4.0, 8.0]))
w.update(values=5.0)
print(w.compute())
multi = nnx.MultiMetric(accuracy=nnx.metrics.Accuracy(), loss=nnx.metrics.Average("loss"))
multi.update(logits=logits, labels=jnp.array([1, 0, 0]), loss=jnp.array([0.5, 1.5, 1.0]))
print(multi.compute())
multi.reset()
multi.update(
    logits=logits,
    labels=jnp.array([1, 0, 0]),
    loss=jnp.array([0.5, 1.5, 1.0]),
    mask=jnp.array([1, 0, 0]),
)
print(multi.compute())
print(multi)
print(nnx.state(multi))


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: avg.update(loss=1))
attempt(lambda: avg.update(values=1, mask=jnp.array([1])))
attempt(lambda: acc.update(logits=logits, labels=logits))
attempt(lambda: acc.update(logits=logits, labels=jnp.ones(3)))
attempt(lambda: binary.update(logits=logits, labels=jnp.array([1, 0, 0])))
attempt(lambda: nnx.metrics.Accuracy(threshold=1))
attempt(lambda: nnx.Metric())


@nnx.jit
def collect(metrics, values):
    metrics.update(values=values)


collect(avg, jnp.ones(4))
print(avg.compute(), avg.count[...])
