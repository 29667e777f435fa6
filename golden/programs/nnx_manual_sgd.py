import jax
import jax.numpy as jnp
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, dmid, dout, *, rngs):
        self.linear1 = nnx.Linear(din, dmid, rngs=rngs)
        self.linear2 = nnx.Linear(dmid, dout, rngs=rngs)

    def __call__(self, x):
        return self.linear2(jax.nn.gelu(self.linear1(x)))


x = jnp.linspace(-1, 1, 16)[:, None]
y = x**2
model = MLP(1, 8, 1, rngs=nnx.Rngs(0))


@nnx.jit
def train(model, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    params = nnx.state(model, nnx.Param)
    nnx.update(model, jax.tree.map(lambda w, g: w - 0.1 * g, params, grads))
    return loss


for i in range(3):
    print(i, f"{train(model, x, y):.6f}")

graphdef, params = nnx.split(model)


@jax.jit
def functional(params, x, y):
    def loss_fn(params):
        return jnp.mean((nnx.merge(graphdef, params)(x) - y) ** 2)

    loss, grads = jax.value_and_grad(loss_fn)(params)
    return jax.tree.map(lambda w, g: w - 0.1 * g, params, grads), loss


for i in range(3):
    params, loss = functional(params, x, y)
    print(i, f"{loss:.6f}")
nnx.update(model, params)
print(f"{jnp.mean((model(x) - y) ** 2):.6f}")


def eager(model):
    loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
    for layer, g in (("linear1", grads.linear1), ("linear2", grads["linear2"])):
        getattr(model, layer).kernel[...] -= 0.1 * g.kernel[...]
        getattr(model, layer).bias[...] -= 0.1 * g["bias"]
    return loss


print(f"{eager(model):.6f} {eager(model):.6f}")
