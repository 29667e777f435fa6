# A module that is used by closure, made once outside: reading is allowed everywhere, writing only in its own trace.
import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Meter(nnx.Module):
    def __init__(self):
        self.total = nnx.BatchStat(jnp.zeros(()))
        self.scale = nnx.Param(jnp.full((), 3.0))

    def __call__(self, x):
        self.total[...] += jnp.sum(x)
        return x * self.scale


def tell(label, use):
    meter = Meter()
    try:
        use(meter)
        text = "fine"
    except Exception as error:
        text = f"{type(error).__name__} {str(error).splitlines()[0]}"
    print(label, "|", text, "|", meter.total[...] + 0)


row = jnp.arange(4.0)
tell("plain", lambda m: m(row))
tell("scan", lambda m: jax.lax.scan(lambda c, x: (c, m(x)), 0, row))
tell("fori_loop", lambda m: jax.lax.fori_loop(0, 2, lambda i, x: m(x), row))
tell("while_loop", lambda m: jax.lax.while_loop(lambda x: x[1] < 5, m, row))
tell("the test of while_loop", lambda m: jax.lax.while_loop(lambda x: m(x)[1] < 5, lambda x: x + 1, row))
tell("cond", lambda m: jax.lax.cond(row[0] > 1, m, lambda x: x, row))
tell("switch", lambda m: jax.lax.switch(1, [lambda x: x, m], row))
tell("map", lambda m: jax.lax.map(m, row))
tell("checkpoint", lambda m: jax.checkpoint(lambda x: m(x))(row))
tell("jit", lambda m: jax.jit(lambda x: m(x))(row))
tell("vmap", lambda m: jax.vmap(m)(row))
tell("grad", lambda m: jax.grad(lambda x: m(x).sum())(row))
tell("linearize", lambda m: jax.linearize(lambda x: m(x), row))
tell("eval_shape", lambda m: jax.eval_shape(lambda x: m(x), row))
tell("nnx.cond", lambda m: nnx.cond(True, lambda x: m(x), lambda x: x, row))
tell("nnx.scan", lambda m: nnx.scan(lambda c, x: (c, m(x)))(0, row))
tell("nnx.remat", lambda m: nnx.remat(lambda x: m(x))(row))
tell("nnx.grad", lambda m: nnx.grad(lambda x: m(x).sum())(row))
tell("read in scan", lambda m: jax.lax.scan(lambda c, x: (c, m.scale * x), 0, row))


def update(m):
    grads = nnx.grad(lambda m: m.scale[...] ** 2)(m)
    optimizer = nnx.Optimizer(m, optax.sgd(0.5), wrt=nnx.Param)
    return grads, optimizer


tell(
    "optimizer made inside", lambda m: jax.jit(lambda g: update(m)[1].update(m, g))(nnx.grad(lambda m: m.scale[...])(m))
)
tell("nnx.grad inside jit", lambda m: jax.jit(lambda: nnx.grad(lambda m: m.scale[...] ** 2)(m))())
tell("nnx.update inside jit", lambda m: jax.jit(lambda: nnx.update(m, nnx.state(m)))())


def both(label, f, *models, **options):
    try:
        print(label, "|", jax.tree.map(jnp.shape, nnx.to_pure_dict(f(*models, **options))))
    except Exception as error:
        print(label, "|", type(error).__name__, *str(error).splitlines(), sep=" / ")


class Twice(nnx.Module):
    def __init__(self, part):
        self.one, self.two = part, part


m, n = Meter(), Meter()
product = lambda a, b: a.scale[...] * b.scale[...]
both("two modules", nnx.grad(product), m, n)
both("one module twice", nnx.grad(product), m, m)
both("the second of one twice", nnx.grad(product, argnums=1), m, m)
both("a shared layer", nnx.grad(lambda a, b: a.one.scale[...] * b.scale[...]), Twice(m), m)
both("shared inside one", nnx.grad(lambda a: a.one.scale[...] * a.two.scale[...]), Twice(m))
both("vmap", nnx.vmap(lambda a, b: a.scale + b.scale, in_axes=(None, 0), axis_size=2), m, m)
