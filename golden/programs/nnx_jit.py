import jax
import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.lin = nnx.Linear(2, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.array(0))
        self.mode = "a"

    @nnx.jit
    def __call__(self, x, scale=1.0):
        print("tracing", x.shape, self.mode)
        self.count[...] += 1
        return self.lin(x) * scale


m = Counter(nnx.Rngs(0))
x = jnp.ones(2)
print(m(x), m(x), m.count[...])
print(m(jnp.ones((3, 2))).shape, m(x, scale=2.0), m.count[...])
m.mode = "b"
print(m(x), m.count[...])


@nnx.jit
def change(model, y):
    model.added = nnx.Param(y * 2)
    model.mode = "changed"
    model.lin.bias[...] = y
    del model.count
    return model, {"inner": model.lin}


same, parts = change(m, x)
print(same is m, parts["inner"] is m.lin, m.mode, m.added, hasattr(m, "count"), m.lin.bias[...])


@nnx.jit(static_argnames=("n",))
def power(model, x, n):
    print("tracing", n)
    return model.lin(x) ** n


print(power(m, x, n=2), power(m, x, n=3), power(m, x, n=2))


@nnx.jit(static_argnums=1)
def first(model, i):
    return model.lin.kernel[i]


print(first(m, 0), first(m, 1))


@nnx.jit
def create(rngs):
    return nnx.Linear(2, 3, rngs=rngs)


rngs = nnx.Rngs(0)
made = create(rngs)
print(
    made.kernel.shape,
    rngs.default.count[...],
    jnp.array_equal(made.kernel[...], nnx.Linear(2, 3, rngs=nnx.Rngs(0)).kernel[...]),
)


@nnx.jit
def swap(a, b):
    a.kernel, b.kernel = b.kernel, a.kernel


a, b = nnx.Linear(2, 2, rngs=nnx.Rngs(1)), nnx.Linear(2, 2, rngs=nnx.Rngs(2))
ka, kb = a.kernel[...], b.kernel[...]
swap(a, b)
print(jnp.array_equal(a.kernel[...], kb), jnp.array_equal(b.kernel[...], ka))
print(jax.jit(lambda m, x: m(x))(a, x), jax.jit(lambda m: m.kernel * 2)(a)[0])
print(nnx.jit(lambda tree: tree["m"](tree["x"]))({"m": a, "x": x}))
shared = nnx.jit(lambda p, q: p is q)(a, a)
print(shared)
step = nnx.cached_partial(nnx.jit(lambda m, x: m(x).sum()), a)
print(step(x))
print(nnx.eval_shape(lambda: nnx.Linear(2, 3, rngs=nnx.Rngs(0))).kernel.shape)
