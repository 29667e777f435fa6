import jax
import jax.numpy as jnp
from flax import nnx


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


class ListInInit(nnx.Module):
    def __init__(self):
        self.layers = [nnx.Linear(1, 1, rngs=nnx.Rngs(0))]


class DictInInit(nnx.Module):
    def __init__(self):
        self.params = {"w": jnp.ones(2)}


class LateData(nnx.Module):
    def __init__(self):
        self.items = []
        self.items.append(jnp.ones(1))


class StaticFirst(nnx.Module):
    def __init__(self):
        self.x = 1


class Tags(nnx.Module):
    def __init__(self):
        self.x = [nnx.data(1)]


class Wrong(nnx.Module):
    def __init__(self):
        self.x = nnx.static(jnp.ones(1))


class NoTree(nnx.Module, pytree=False):
    def __init__(self):
        self.layers = [nnx.Linear(1, 1, rngs=nnx.Rngs(0))]


class Fine(nnx.Module):
    def __init__(self):
        self.layers = nnx.data([nnx.Linear(1, 1, rngs=nnx.Rngs(0)), 3])
        self.names = nnx.static(["a"])


attempt(lambda: ListInInit())
attempt(lambda: DictInInit())
attempt(lambda: LateData())
attempt(lambda: Tags())
attempt(lambda: Wrong())
s = StaticFirst()
attempt(lambda: setattr(s, "x", jnp.ones(1)))
attempt(lambda: setattr(s, "x", nnx.data(jnp.ones(1))))
print(s)
attempt(lambda: len(NoTree().layers))
attempt(lambda: jax.tree.leaves(NoTree())[0].__class__.__name__)
f = Fine()
print(len(jax.tree.leaves(f)), list(nnx.state(f)["layers"]), f.layers[1])
attempt(lambda: nnx.data(1, default=2))
attempt(lambda: nnx.static(metadata={"static": True}))
attempt(lambda: nnx.check_pytree(3))
print(
    nnx.is_data(jnp.ones(1)),
    nnx.is_data(1),
    nnx.is_data(f),
    nnx.is_data([f]),
    nnx.has_data([f, 1]) == [f],
)


class Slots(nnx.Pytree):
    pass


def slotted():
    class HasSlots(nnx.Module):
        __slots__ = ("a",)


def objected():
    class Thing(nnx.Object, pytree=True):
        pass


attempt(slotted)
attempt(objected)
attempt(lambda: nnx.Module(1))
attempt(lambda: jax.jit(lambda m: m)(StaticFirst()).x)


class Base(nnx.Module):
    def __init__(self, value):
        self.layer = value


class Child(Base):
    pass


attempt(lambda: Child((jnp.ones(1), 2)))
attempt(lambda: Child({"a": [nnx.Param(jnp.ones(1))]}))
