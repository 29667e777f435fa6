import warnings

import jax.numpy as jnp
from flax import nnx

warnings.simplefilter("ignore")


class Block(nnx.Module):
    def __init__(self, rngs):
        self.lin = nnx.Linear(2, 2, rngs=rngs)
        self.items = nnx.List([nnx.Linear(2, 2, rngs=rngs)])
        self.tied = self.lin
        self.rate = 0.5
        self.names = ("a", "b")

    def __call__(self, x):
        h = self.lin(x)
        self.sow(nnx.Intermediate, "hidden", h)
        self.sow(nnx.Intermediate, "total", h.sum(), reduce_fn=lambda a, b: a + b, init_fn=lambda: 0.0)
        return self.items[0](h)


m = Block(nnx.Rngs(0))
for path, value in nnx.iter_graph(m):
    print(path, type(value).__name__)
print([path for path, _ in nnx.iter_modules(m)])
print([key for key, _ in nnx.iter_children(m)])
x = jnp.ones((1, 2))
m(x), m(x)
print(m.hidden, m.total)
print(type(m.hidden.get_value()).__name__, len(m.hidden), m.hidden[1])
popped = nnx.pop(m, nnx.Intermediate)
print(popped, hasattr(m, "hidden"))
m(x)
one, two = nnx.pop(m, nnx.PathContains("hidden"), nnx.Intermediate)
print(list(one), list(two))
print(nnx.pop(m, nnx.Intermediate))
print(nnx.find_duplicates((m.lin, m)))
copy = nnx.recursive_map(lambda path, v: v.replace(v * 0) if isinstance(v, nnx.Param) else v, m)
print(copy.lin.kernel[...], copy.tied is copy.lin, m.lin.kernel[0, 0] != 0)
nnx.set_metadata(m, only=nnx.Param, tag="weights")
print(m.lin.kernel.tag, nnx.state(m, "weights").lin.bias)


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: nnx.pop(m))
attempt(lambda: list(nnx.iter_children(3)))
attempt(lambda: m.sow(nnx.Intermediate, "lin", 1))
attempt(lambda: m.sow(nnx.Param, "hidden", 1))
attempt(lambda: m.sow(nnx.BatchStat, "hidden", 1))
