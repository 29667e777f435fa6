import collections
import dataclasses
from typing import Any

import jax
import jax.numpy as jnp
from jax import tree_util
from jax.flatten_util import ravel_pytree
from jax.tree_util import (
    DictKey,
    FlattenedIndexKey,
    GetAttrKey,
    Partial,
    SequenceKey,
    keystr,
    register_pytree_with_keys,
    register_pytree_with_keys_class,
    register_static,
    tree_all,
    tree_flatten,
    tree_leaves,
    tree_map,
    tree_reduce,
    tree_structure,
    tree_transpose,
    tree_unflatten,
)

tree = {"b": [1, (2.0, None)], "a": jnp.arange(2)}
print(tree_map(lambda x: x * 2, tree), tree_leaves(tree), tree_structure(tree))
leaves, treedef = tree_flatten(tree)
print(len(leaves), treedef.num_leaves, treedef.num_nodes, treedef.unflatten([1, 2, 3]), tree_unflatten(treedef, "xyz"))
print(tree_reduce(lambda a, b: a + b, [1, 2, 3]), tree_reduce(lambda a, b: a + b, [1, 2, 3], 10), tree_all([1, 0]))
print(tree_transpose(tree_structure([0, 0]), tree_structure((0, 0)), [(1, 2), (3, 4)]))
print(jax.tree.map_with_path(lambda path, x: f"{keystr(path)}={x}", tree))
print(jax.tree.leaves_with_path({"k": [1]}), jax.tree.flatten_with_path({"k": [1]})[0])
print([DictKey("a"), SequenceKey(1), GetAttrKey("w"), FlattenedIndexKey(0)])
print(
    str(DictKey("a")),
    str(SequenceKey(1)),
    str(GetAttrKey("w")),
    keystr((DictKey("a"), SequenceKey(1), GetAttrKey("w"))),
)
print(keystr((DictKey("a"), SequenceKey(1)), simple=True, separator="/"))
print(jax.tree.leaves(None), jax.tree.leaves(None, is_leaf=lambda x: x is None), jax.tree.structure(None))
print(jax.tree.map(lambda x: x is None, [None, 1], is_leaf=lambda x: x is None))
print(jax.tree.broadcast({"a": 1, "b": 2}, {"a": [0, 0], "b": 0}))


class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __repr__(self):
        return f"Pair({self.first}, {self.second})"


register_pytree_with_keys(
    Pair,
    lambda p: (((GetAttrKey("first"), p.first), (GetAttrKey("second"), p.second)), None),
    lambda aux, children: Pair(*children),
)
print(jax.tree.map(lambda x: x + 1, Pair(1, [2])), jax.tree.leaves_with_path(Pair(1, [2])))


@register_pytree_with_keys_class
class Box:
    def __init__(self, content):
        self.content = content

    def tree_flatten_with_keys(self):
        return ((GetAttrKey("content"), self.content),), "aux"

    @classmethod
    def tree_unflatten(cls, aux, children):
        return cls(*children)


print(jax.tree.structure(Box(1)), jax.tree.flatten_with_path(Box([1, 2]))[0])


@register_static
@dataclasses.dataclass(frozen=True)
class Mode:
    name: str


print(jax.tree.leaves([Mode("a"), 1]), jax.jit(lambda m, x: x * len(m.name))(Mode("abc"), 2.0))

scale = Partial(lambda a, b, c=0: a * b + c, 2.0, c=1.0)
print(jax.jit(lambda f, x: f(x))(scale, 3.0), jax.tree.leaves(scale), tree_util.tree_map(lambda x: x * 10, scale)(1.0))


class Point(collections.namedtuple("Point", "x y")):
    pass


print(jax.tree.map(lambda v: v + 1, Point(1, 2)), jax.tree.structure(Point(1, 2)))


@tree_util.register_dataclass
@dataclasses.dataclass
class State:
    step: Any
    params: dict
    name: str = dataclasses.field(default="s", metadata={"static": True})


state = State(0, {"w": jnp.ones(2)})
print(jax.tree.map(lambda x: x + 1, state), jax.tree.leaves_with_path(state))
print(jax.jit(lambda s: dataclasses.replace(s, step=s.step + 1))(state))
vector, unravel = ravel_pytree({"w": jnp.arange(4.0).reshape(2, 2), "n": jnp.array([7, 8])})
print(vector, vector.dtype, unravel(vector + 1))
for bad in (
    lambda: jax.tree.map(lambda a, b: a, [1, 2], [1]),
    lambda: jax.tree.map(lambda a, b: a, {"a": 1}, {"b": 1}),
):
    try:
        bad()
    except ValueError as error:
        print(type(error).__name__, str(error).splitlines()[0])
