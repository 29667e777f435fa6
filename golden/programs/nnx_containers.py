import jax
import jax.numpy as jnp
from flax import nnx


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


r = nnx.Rngs(0)
items = nnx.List([nnx.Linear(1, 1, rngs=r), nnx.Param(jnp.ones(1)), 3])
print(len(items), items[2], items[-1], type(items[0:2]).__name__, [type(i).__name__ for i in items])
items.append("end")
print([type(i).__name__ for i in items])
items[3] = "last"
del items[2]
print(items[2], len(items))
items[2:3] = ["again"]
print(items[2], list(reversed(items))[0])
texts = nnx.List(["a", "c"])
texts.insert(1, "b")
texts.insert(-100, "first")
print(list(texts), "b" in texts, texts.index("c"), texts.pop(), len(texts))
print(list(nnx.state(items)), list(dict(nnx.iter_graph(items))))
attempt(lambda: items[10])
attempt(lambda: items["a"])
attempt(lambda: items.__setitem__(slice(0, 2), [1]))
attempt(lambda: items.__setitem__(slice(0, 2), 1))
attempt(lambda: items.__delitem__("a"))
d = nnx.Dict({"a": nnx.Param(jnp.ones(1))}, b=2)
d["c"] = nnx.Linear(1, 1, rngs=r)
d.e = 5
print(list(d), d["b"], d.a, len(d), dict(d.items())["e"], "c" in d, d.get("zzz", 7))
attempt(lambda: d["zzz"])
attempt(lambda: d.__delitem__("zzz"))
print(nnx.Dict(a=1, b=nnx.Dict(c=2)))
print(nnx.List([1, "two", nnx.List([3.5, None])]))


@nnx.dataclass
class Point(nnx.Pytree):
    x: jax.Array
    y: jax.Array
    name: str = nnx.static(default="p")
    extra: list = nnx.data(default_factory=list)


p = Point(jnp.ones(1), jnp.zeros(1))
print(p, len(jax.tree.leaves(p)))
q = jax.tree.map(lambda a: a + 1, Point(jnp.ones(1), jnp.zeros(1), name="q", extra=[jnp.ones(1)]))
print(q, q.name, q.extra)


class Custom(nnx.Module):
    count: int = nnx.static()
    values: list = nnx.data()

    def __init__(self):
        self.count = 3
        self.values = [jnp.ones(1), nnx.Param(jnp.zeros(1))]


c = Custom()
print(c, nnx.state(c))


class Stack(nnx.Module):
    def __init__(self, n, rngs):
        self.layers = nnx.List([nnx.Linear(2, 2, rngs=rngs) for _ in range(n)])

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


s = Stack(3, nnx.Rngs(1))
print(s(jnp.ones(2)), jax.tree.map(jnp.shape, nnx.to_pure_dict(nnx.state(s))))
nnx.update(s, {"layers": {1: {"bias": jnp.ones(2)}}})
print(s.layers[1].bias[...])
