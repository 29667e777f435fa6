"""Trees: nested lists, tuples, dicts and registered classes of arrays."""

from __future__ import annotations

from typing import Any

from ._src.names import missing_name as _missing_name
from ._src.trees.functions import (
    tree_all as all,
    tree_broadcast as broadcast,
    tree_flatten as flatten,
    tree_flatten_with_path as flatten_with_path,
    tree_leaves as leaves,
    tree_leaves_with_path as leaves_with_path,
    tree_map as map,
    tree_map_with_path as map_with_path,
    tree_reduce as reduce,
    tree_reduce_associative as reduce_associative,
    tree_structure as structure,
    tree_transpose as transpose,
    tree_unflatten as unflatten,
)


def __getattr__(name: str) -> Any:
    raise _missing_name("jax.tree", name, globals())
