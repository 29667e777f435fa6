import jax
import jax.numpy as jnp
from flax.core import FrozenDict, freeze, unfreeze, pop, copy, pretty_repr
import flax.linen as nn

frozen = freeze({"b": {"y": 1, "x": 2}, "a": jnp.ones(2)})
print(frozen)
print(frozen["b"], frozen.get("c", 0), len(frozen), "a" in frozen, list(frozen))
print(unfreeze(frozen))
print(frozen.copy({"c": 3}), frozen.pop("a"))
print(jax.tree.map(lambda x: x + 1, frozen))
print(jax.tree.structure(freeze({"b": 1, "a": 2})))
print(
    hash(freeze({"a": 1})) == hash(freeze({"a": 1})),
    freeze({"a": 1}) == freeze({"a": 1}),
    freeze({"a": 1}) == {"a": 1},
)
print(frozen.keys(), freeze({"a": 1}).values(), list(freeze({"a": 1}).items()))
print(copy({"a": 1}, {"b": 2}), pop({"a": 1, "b": 2}, "a"), pretty_repr({"a": {"b": 1}}))
for make in (
    lambda: frozen.__setitem__("a", 1),
    lambda: frozen["z"],
    lambda: pop(3, "a"),
    lambda: copy([1]),
):
    try:
        make()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
variables = nn.Dense(2).init(jax.random.PRNGKey(0), jnp.ones((1, 2)))
print(nn.Dense(2).apply(freeze(variables), jnp.ones((1, 2))))
print([jax.tree_util.keystr(p) for p, _ in jax.tree_util.tree_leaves_with_path(freeze(variables))])
