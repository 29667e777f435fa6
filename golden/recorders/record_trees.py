"""Records what jax.tree says of trees: structures, paths and mismatches."""

from __future__ import annotations

from typing import Any

from encoding import caught
from recording import write_parts

import jax


def trees() -> dict[str, list[dict[str, Any]]]:
    """Shown trees, mismatches of two trees, and calls; Python's own text of each tree is its key."""

    def tree_of(t: Any) -> dict[str, Any]:
        leaves, treedef = jax.tree.flatten(t)
        paths = [jax.tree_util.keystr(p) for p, _ in jax.tree_util.tree_leaves_with_path(t)]
        simple = [
            jax.tree_util.keystr(p, simple=True, separator="/") for p, _ in jax.tree_util.tree_leaves_with_path(t)
        ]
        return {
            "tree": t,
            "leaves": leaves,
            "structure": str(treedef),
            "paths": paths,
            "simple_paths": simple,
            "repr": repr(t),
        }

    shown = [
        1,
        None,
        [],
        {},
        [1, [2, None], {"b": 3, "a": [4]}],
        {"params": {"kernel": 1, "bias": 2}, "batch": []},
        {"it's": 1, 'q"': 2, "a\nb": 3, "é": 4},
        {"z": {"y": {"x": 1}}},
        [[[[5]]]],
        {"b": [1, 2, 3], "a": None, "c": {}},
    ]
    pairs = [
        ({"params": {"a": 1}}, {"params": [1]}),
        ({"p": [1, {"a": 1, "b": 2}]}, {"p": [1, {"a": 1}]}),
        (None, 1.5),
        ([1], None),
        ({"x": None}, {"x": "s"}),
        ({"a": 1, "bias": 2}, {"a": 1, "kernel": 2}),
        ([1, 2], 5.5),
        ({"a": 1}, True),
        ({"p": {"bias": 1, "kernel": 2}}, {"p": {"kernel": 1}}),
        ({"a": {"b": 1}}, {"a": {"c": 1}}),
        ({"kernel": 1, "bias": 1}, {"kernel": 1, "scale": 2}),
        ([1, [1, 2]], [1, [1]]),
        ({"a": [1]}, {"a": [1], "b": 2}),
        ({"encoder": 1, "decoder": 2}, {"encoder": 1, "decoders": 2}),
        ({"kernel_1": 1, "kernel_2": 2, "kernel_3": 3}, {"kernel_1": 1, "kernel_3": 2, "kernel_4": 3}),
        ({"layer one": 1, "layer two": 2}, {"layer  one": 1, "layer two": 2}),
        (
            {f"layer_{i}_kernel": i for i in range(20)},
            {f"layer_{i}_kernels" if i == 7 else f"layer_{i}_kernel": i for i in range(20)},
        ),
        ({"a": [1, {"b": 2}]}, {"a": [1, [2]]}),
    ]
    bad = []
    for a, b in pairs:
        for name, call in (
            ("map", lambda a=a, b=b: jax.tree.map(lambda p, q: p, a, b)),
            ("map_with_path", lambda a=a, b=b: jax.tree_util.tree_map_with_path(lambda k, p, q: p, a, b)),
        ):
            bad.append({"call": name, "first": a, "second": b, **caught(call)})
    s = jax.tree.structure
    other = {
        "unflatten([0,0],[1])": lambda: jax.tree.unflatten(s([0, 0]), [1]),
        "unflatten([0,0],[1,2,3])": lambda: jax.tree.unflatten(s([0, 0]), [1, 2, 3]),
        "reduce([])": lambda: jax.tree.reduce(lambda a, b: a + b, []),
        "transpose([0,0],{},[1,2])": lambda: jax.tree.transpose(s([0, 0]), s({}), [1, 2]),
        "transpose([0,0],{'a':0},[{'b':1},{'a':2}])": lambda: jax.tree.transpose(
            s([0, 0]), s({"a": 0}), [{"b": 1}, {"a": 2}]
        ),
        "transpose([0,0],None,[{'b':1},{'b':2}])": lambda: jax.tree.transpose(s([0, 0]), None, [{"b": 1}, {"b": 2}]),
    }
    return {
        "shown": [tree_of(t) for t in shown],
        "mismatches": bad,
        "calls": [{"call": k, **caught(f)} for k, f in other.items()],
    }


if __name__ == "__main__":
    write_parts("trees", trees())
