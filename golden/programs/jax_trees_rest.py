import dataclasses

import jax
import jax.numpy as jnp
from jax import tree_util

tree = {"b": [1, (2, 3)], "a": None}
print(tree_util.flatten_one_level(tree), tree_util.flatten_one_level([1, [2]]))
print(tree_util.flatten_one_level_with_keys({"x": 1})[1], list(tree_util.flatten_one_level_with_keys({"x": 1})[0]))
print(tree_util.is_tree_node(dict), tree_util.is_tree_node(int), tree_util.is_tree_node(tuple))
structure = jax.tree.structure(tree)
print(tree_util.treedef_children(structure), tree_util.treedef_is_leaf(structure))
print(tree_util.treedef_tuple([structure, jax.tree.structure(0)]))
print(jax.tree.reduce_associative(lambda a, b: f"({a}{b})", ["a", ["b", "c"], "d", "e"]))
print(tree_util.tree_reduce_associative(lambda a, b: a + b, {"x": 1, "y": [2, 3]}, identity=0))
print(jax.tree.reduce_associative(max, [], identity=7))


@tree_util.register_dataclass
@dataclasses.dataclass
class Layer:
    kernel: jax.Array
    name: str = jax.tree.static(default="layer")


layer = Layer(jnp.ones(2))
print(layer, jax.tree.structure(layer), jax.tree.map(lambda x: x + 1, layer))
print(jax.grad(lambda one: one.kernel.sum())(layer))
for f in (
    lambda: jax.tree.reduce_associative(max, []),
    lambda: tree_util.flatten_one_level(1),
):
    try:
        f()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
