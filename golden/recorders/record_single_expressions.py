"""Record one value each of functions that no other recorder calls.

usage: pip install "jax==0.10.2" "optax==0.2.8"; python golden/recorders/record_single_expressions.py

Writes golden/recordings/single_expressions.json: for each line of Python the leaves of its value, in tree order.
"""

from typing import Any

from recording import write

import jax
import jax.numpy as jnp
import numpy as np
import optax  # noqa: F401
from jax import tree_util as tu

key = jax.random.PRNGKey(3)
m = jnp.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])
v = jnp.array([0.5, -1.0, 2.0])


class Pair:
    """A class that is registered as a tree of its two fields."""

    def __init__(self, a: Any, b: Any) -> None:
        self.a, self.b = a, b


tu.register_pytree_with_keys(
    Pair,
    lambda p: (((tu.GetAttrKey("a"), p.a), (tu.GetAttrKey("b"), p.b)), None),
    lambda _, children: Pair(*children),
)


def twice(t: Any) -> tuple[Any, Any]:
    """Two updates with the same gradient."""
    first, state = t.update([v], t.init([v]))
    return first, t.update([v * 2.0], state)[0]


CASES = """
jax.nn.initializers.xavier_uniform()(key, (2, 3))
jax.nn.initializers.kaiming_normal()(key, (2, 3))
jax.nn.initializers.kaiming_uniform()(key, (2, 3))
[jnp.float_(1.5), jnp.int_(2), jnp.uint(3)]
jnp.apply_along_axis(lambda r: r * r.sum(), 1, m)
jnp.vectorize(lambda a, b: a * b + 1.0)(m, v)
jax.random.laplace(key, (3,))
jax.random.rademacher(key, (5,))
[leaf for _, leaf in jax.tree.leaves_with_path({"b": v, "a": [m]})]
[leaf for _, leaf in jax.tree.flatten_with_path({"b": v, "a": [m]})[0]]
[tu.tree_all([True, 1]), tu.tree_all([True, 0])]
tu.tree_broadcast({"a": 1.0, "b": 2.0}, {"a": [1.0, 2.0], "b": 3.0})
tu.tree_leaves({"b": v, "a": [m]})
tu.tree_reduce(lambda a, b: a + b, {"b": v, "a": [v, v]})
tu.tree_map(lambda x: x * 2.0, Pair(v, m))
twice(optax.scale_by_lion())
twice(optax.scale_by_rms())
twice(optax.scale_by_rss())
twice(optax.scale_by_stddev())
"""


def record(leaf: Any) -> dict[str, Any]:
    """A leaf as it is recorded."""
    n = np.asarray(leaf)
    as_is = bool if n.dtype == np.bool_ else float if n.dtype.kind == "f" else int
    return {"shape": list(n.shape), "dtype": str(jnp.asarray(leaf).dtype), "data": [as_is(x) for x in n.reshape(-1)]}


def main() -> None:
    """One case a line."""
    lines = [line for line in CASES.splitlines() if line]
    cases = [{"python": line, "leaves": [record(leaf) for leaf in jax.tree.leaves(eval(line))]} for line in lines]
    write("single_expressions", classes={"Pair": "tree_util.register_pytree_with_keys"}, cases=cases)


main()
