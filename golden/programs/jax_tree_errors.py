import jax
import jax.numpy as jnp

f = lambda a, b: None
for a, b in (
    ({"a": 1}, {"b": 1}),
    ({"a": 1, "b": 2}, {"a": 1}),
    ({"a": 1}, [1]),
    ([1, 2], [1, 2, 3]),
    ((1, 2), [1, 2]),
    ((1,), (1, 2)),
    ({"p": {"w": 1}}, {"p": {"w": {"x": 1}, "b": 2}}),
    ({"p": [1, 2]}, {"p": 3}),
    (None, 1),
    ([None], [1]),
    ({"params": {"Dense_0": {"kernel": 1, "bias": 2}}}, {"params": {"Dense_0": {"kernel": 1}}}),
):
    try:
        print(jax.tree.map(f, a, b))
    except Exception as e:
        print(type(e).__name__, "|", e)
for g in (
    lambda: jax.tree.unflatten(jax.tree.structure([1, 2]), [1]),
    lambda: jax.tree.unflatten(jax.tree.structure([1, 2]), [1, 2, 3]),
    lambda: jax.tree.map(lambda v: v, {1: 1, "a": 2}),
    lambda: jax.tree_util.register_pytree_node(list, lambda v: (v, None), lambda _, c: list(c)),
    lambda: jax.tree.reduce(lambda a, b: a + b, []),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, "|", str(e).split("\n")[0])
