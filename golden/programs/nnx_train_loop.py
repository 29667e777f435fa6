import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Classifier(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.linear1 = nnx.Linear(2, 16, use_bias=False, rngs=rngs)
        self.dropout = nnx.Dropout(0.2, rngs=rngs)
        self.bn = nnx.BatchNorm(16, rngs=rngs)
        self.linear2 = nnx.Linear(16, 3, rngs=rngs)

    def __call__(self, x):
        x = nnx.relu(self.dropout(self.bn(self.linear1(x))))
        return self.linear2(x)


key = jax.random.key(0)
x = jax.random.normal(key, (32, 2))
labels = (x[:, 0] > 0).astype(jnp.int32) + (x[:, 1] > 0.5).astype(jnp.int32)
model = Classifier(rngs=nnx.Rngs(0))
optimizer = nnx.Optimizer(model, optax.adamw(0.02, weight_decay=1e-3), wrt=nnx.Param)
metrics = nnx.MultiMetric(accuracy=nnx.metrics.Accuracy(), loss=nnx.metrics.Average("loss"))


def loss_fn(model, batch):
    logits = model(batch["x"])
    loss = optax.softmax_cross_entropy_with_integer_labels(logits=logits, labels=batch["y"]).mean()
    return loss, logits


@nnx.jit
def train_step(model, optimizer, metrics, batch):
    grad_fn = nnx.value_and_grad(loss_fn, has_aux=True)
    (loss, logits), grads = grad_fn(model, batch)
    metrics.update(loss=loss, logits=logits, labels=batch["y"])
    optimizer.update(model, grads)


@nnx.jit
def eval_step(model, metrics, batch):
    loss, logits = loss_fn(model, batch)
    metrics.update(loss=loss, logits=logits, labels=batch["y"])


batch = {"x": x, "y": labels}
for epoch in range(3):
    model.train()
    for _ in range(5):
        train_step(model, optimizer, metrics, batch)
    print("train", epoch, {k: f"{float(v):.4f}" for k, v in metrics.compute().items()})
    metrics.reset()
    model.eval()
    eval_step(model, metrics, batch)
    print("eval", epoch, {k: f"{float(v):.4f}" for k, v in metrics.compute().items()})
    metrics.reset()
print(optimizer.step[...], model.dropout.rngs.count[...], model.bn.mean.shape)
