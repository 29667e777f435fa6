import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.a = nnx.Linear(1, 4, rngs=rngs)
        self.drop = nnx.Dropout(0.1, rngs=rngs)
        self.b = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x):
        return self.b(self.drop(nnx.tanh(self.a(x))))


@nnx.split_rngs(splits=3)
@nnx.vmap
def create(rngs):
    return Net(rngs)


models = create(nnx.Rngs(0))
x = jnp.linspace(-1, 1, 8)[:, None]
y = jnp.sin(3 * x)


@nnx.vmap(in_axes=(0, None, None))
def losses(model, x, y):
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(models, x, y):
    @nnx.vmap(in_axes=(0, None, None))
    def one(model, x, y):
        loss, grads = nnx.value_and_grad(lambda m: ((m(x) - y) ** 2).mean())(model)
        params = nnx.state(model, nnx.Param)
        nnx.update(model, jax.tree.map(lambda p, g: p - 0.1 * g, params, grads))
        return loss

    return one(models, x, y)


for _ in range(3):
    print(step(models, x, y))
print(models.drop.rngs.count[...])
models.eval()
print(losses(models, x, y), models.a.kernel.shape)
one = nnx.merge(nnx.graphdef(models), jax.tree.map(lambda p: p[0], nnx.state(models)))
print(
    one(x).shape,
    jnp.abs(one(x) - nnx.vmap(lambda m, x: m(x), in_axes=(0, None))(models, x)[0]).max() < 1e-6,
)
