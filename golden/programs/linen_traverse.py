import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import traverse_util
from flax.core import freeze

tree = {"a": {"x": 1, "y": {"z": 2}}, "b": {}, "c": 3}
print(traverse_util.flatten_dict(tree))
print(traverse_util.flatten_dict(tree, sep="/"))
print(traverse_util.flatten_dict(tree, keep_empty_nodes=True, sep="."))
print(traverse_util.flatten_dict(freeze(tree), is_leaf=lambda path, value: path == ("a", "y")))
print(traverse_util.unflatten_dict({("a", "b"): 1, ("a", "c"): 2, ("d",): 3}))
print(traverse_util.unflatten_dict({"a/b": 1, "c": 2}, sep="/"))
print(traverse_util.path_aware_map(lambda path, value: "/".join(path) + f"={value}", tree))
variables = nn.Dense(2).init(jax.random.PRNGKey(0), jnp.ones((1, 2)))
print(traverse_util.path_aware_map(lambda path, x: "decay" if path[-1] == "kernel" else "none", variables["params"]))
for make in (lambda: traverse_util.flatten_dict([1]), lambda: traverse_util.unflatten_dict([1])):
    try:
        make()
    except AssertionError as error:
        print(f"AssertionError: {error}")
