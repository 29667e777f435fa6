import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.a = nnx.Linear(2, 2, rngs=rngs)
        self.bn = nnx.BatchNorm(2, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)
        self.calls = nnx.Variable(jnp.array(0))

    def __call__(self, x):
        self.calls[...] += 1
        return self.drop(self.a(self.bn(x)))


x = jnp.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.5]])
m = Net(nnx.Rngs(0))


def loss(model, x):
    return (model(x) ** 2).mean()


grads = nnx.grad(loss)(m, x)
print(grads)
print(m.calls[...], m.bn.mean[...], m.drop.rngs.count[...])
value, grads = nnx.value_and_grad(loss)(m, x)
print(value, list(grads), m.calls[...])
value, (gm, gx) = nnx.value_and_grad(loss, argnums=(0, 1))(m, x)
print(value, gx, gm.a.bias)
(value, aux), grads = nnx.value_and_grad(
    lambda m, x: (loss(m, x), {"seen": x.shape, "bias": m.a.bias[...]}), has_aux=True
)(m, x)
print(value, aux)
grads, aux = nnx.grad(lambda m: (m(x).sum(), 3), has_aux=True)(m)
print(aux, grads.a.kernel.shape)
g = nnx.grad(loss, argnums=nnx.DiffState(0, nnx.BatchStat))(m, x)
print(g)
g = nnx.grad(loss, argnums=nnx.DiffState(0, nnx.PathContains("kernel")))(m, x)
print(jax.tree.map(jnp.shape, g))
g1, g2 = nnx.grad(lambda p, q: (p(x) + 2 * q(x)).sum(), argnums=(0, 1))(m.a, nnx.clone(m.a))
print(g1, g2)
print(nnx.grad(lambda p: (p["x"](x)).sum())({"x": m.a}))
print(nnx.grad(lambda v: (v[...] ** 2).sum())(nnx.Param(jnp.array([1.0, 3.0]))))
print(nnx.grad(lambda a: a**2)(3.0))
print(nnx.grad(lambda s: s["w"][...].sum())(nnx.State({"w": nnx.Param(jnp.ones(2))})))


@nnx.grad
def named(model):
    return model(x).sum()


print(list(named(m)))


@nnx.value_and_grad(has_aux=True)
def with_aux(model):
    return model.a(x).sum(), "aux"


print(with_aux(m))
print(nnx.grad(lambda m, x: m.a(x).sum())(m, x=x))
