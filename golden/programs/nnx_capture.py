import jax.numpy as jnp
from flax import nnx


class Foo(nnx.Module):
    def __init__(self, rngs):
        self.dense1 = nnx.Linear(2, 3, rngs=rngs)
        self.dense2 = nnx.Linear(3, 1, rngs=rngs)

    def __call__(self, x):
        x = nnx.relu(self.dense1(x))
        self.sow(nnx.Intermediate, "h", x)
        x = self.perturb("shift", x)
        return self.dense2(x)


m = Foo(nnx.Rngs(0))
x = jnp.ones((1, 2))
y, inter = nnx.capture(m, nnx.Intermediate)(x)
print(y, inter)
y, inter, pert = nnx.capture(m, nnx.Intermediate, nnx.Perturbation)(x)
print(list(inter), pert)


def loss(model, pert, x):
    return nnx.capture(model, nnx.Perturbation, init=pert)(x)[0].sum()


print(nnx.grad(loss, argnums=1)(m, pert, x))
print(hasattr(m, "h"), hasattr(m, "__captures__"))
y, outs = nnx.capture(m, nnx.Intermediate, method_outputs=nnx.Intermediate)(x)
print(outs)
print(nnx.capture(nnx.Intermediate)(lambda model, x: model(x))(m, x)[1])
