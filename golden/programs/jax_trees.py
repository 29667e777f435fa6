import collections
import dataclasses
from typing import NamedTuple

import jax
import jax.flatten_util
import jax.numpy as jnp


class Point(NamedTuple):
    x: float
    y: float


@jax.tree_util.register_dataclass
@dataclasses.dataclass
class Layer:
    w: float
    b: float
    name: str = dataclasses.field(metadata=dict(static=True), default="l")


@jax.tree_util.register_pytree_node_class
class Box:
    def __init__(self, a, tag):
        self.a, self.tag = a, tag

    def tree_flatten(self):
        return (self.a,), self.tag

    @classmethod
    def tree_unflatten(cls, aux, children):
        return cls(*children, aux)

    def __repr__(self):
        return f"Box({self.a}, {self.tag!r})"


t = {"b": [1, (2, None)], "a": Point(3, 4), "c": Layer(5, 6), "d": Box(7, "t")}
leaves, treedef = jax.tree.flatten(t)
print(leaves)
print(treedef)
print(jax.tree.unflatten(treedef, [10 * v for v in leaves]))
print(jax.tree.map(lambda v: v + 1, t), jax.tree.map(lambda a, b: a + b, t, t)["b"])
print(
    jax.tree.structure(t) == treedef,
    hash(treedef) == hash(jax.tree.structure(t)),
    treedef.num_leaves,
    treedef.num_nodes,
)
for path, leaf in jax.tree_util.tree_leaves_with_path(t):
    print(jax.tree_util.keystr(path), leaf, path)
print(
    jax.tree_util.tree_map_with_path(
        lambda p, v: f"{jax.tree_util.keystr(p, simple=True, separator='/')}={v}", {"a": [1, 2]}
    )
)
print(
    jax.tree.leaves([None, 1, {}]),
    jax.tree.leaves([None, 1], is_leaf=lambda v: v is None),
    jax.tree.all([True, 1]),
    jax.tree.all([0]),
)
print(jax.tree.reduce(lambda a, b: a * b, [2, 3, 4]), jax.tree.reduce(lambda a, b: a + b, [2, 3], 100))
print(jax.tree.transpose(jax.tree.structure([0, 0]), jax.tree.structure({"a": 0}), [{"a": 1}, {"a": 2}]))
print(
    jax.tree.structure(collections.OrderedDict(z=1, a=2)),
    jax.tree.structure((1,)),
    jax.tree.structure(3),
    jax.tree.structure(()),
)
print(
    jax.tree.structure([[], {}, None, (1, [2])]),
    list(jax.tree.map(lambda v: v, collections.OrderedDict(z=1, a=2)).items()),
)
p = jax.tree_util.Partial(lambda a, b: a * b, 3)
print(p(4), jax.tree.leaves(p), jax.jit(lambda f, v: f(v))(p, 5))
print(
    jax.tree_util.treedef_children(jax.tree.structure([1, {"a": 2}])),
    jax.tree_util.all_leaves([1, 2]),
    jax.tree_util.treedef_is_leaf(jax.tree.structure(1)),
)
print(jax.grad(lambda l: l.w * l.b)(Layer(2.0, 3.0)), jax.grad(lambda q: q.x * q.y)(Point(2.0, 3.0)))
print(
    jax.jit(lambda b: Box(b.a * 2, b.tag))(Box(3, "k")), jax.vmap(lambda q: q.x + q.y)(Point(jnp.ones(2), jnp.ones(2)))
)
flat, unravel = jax.flatten_util.ravel_pytree({"w": jnp.ones((2, 2)), "b": jnp.zeros(2)})
print(flat, unravel(flat * 2))
