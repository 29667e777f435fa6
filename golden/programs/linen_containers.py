import jax
import jax.numpy as jnp
import flax.linen as nn
from typing import Any, Sequence


class Tree(nn.Module):
    widths: Sequence[int]
    options: Any = None

    def setup(self):
        self.layers = [nn.Dense(w) for w in self.widths]
        self.heads = {"a": nn.Dense(1), "b": (nn.Dense(2), nn.Dense(3))}

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return self.heads["a"](x), self.heads["b"][1](self.heads["b"][0](x))


model = Tree([2, 3], options={"list": [1, 2], "dict": {"k": 1}})
x = jnp.ones((1, 2))
variables = model.init(jax.random.PRNGKey(0), x)
for path, leaf in jax.tree_util.tree_leaves_with_path(variables):
    print(jax.tree_util.keystr(path), leaf.shape)
print(model.apply(variables, x))
bound = model.bind(variables)
bound(x)
print(bound.options, bound.widths, type(bound.layers).__name__, type(bound.heads).__name__)
