"""Trees, in full: registration of classes, key paths, structures."""

from __future__ import annotations

from typing import Any

from ._src.names import missing_name as _missing_name
from ._src.trees.functions import (
    Partial,
    all_leaves,
    flatten_one_level,
    flatten_one_level_with_keys,
    is_tree_node,
    tree_all,
    tree_broadcast,
    tree_flatten,
    tree_flatten_with_path,
    tree_leaves,
    tree_leaves_with_path,
    tree_map,
    tree_map_with_path,
    tree_reduce,
    tree_reduce_associative,
    tree_structure,
    tree_transpose,
    tree_unflatten,
    treedef_children,
    treedef_is_leaf,
    treedef_tuple,
)
from ._src.trees.keys import DictKey, FlattenedIndexKey, GetAttrKey, SequenceKey, keystr
from ._src.trees.registry import (
    register_dataclass,
    register_pytree_node,
    register_pytree_node_class,
    register_pytree_with_keys,
    register_pytree_with_keys_class,
    register_static,
)
from ._src.trees.treedef import PyTreeDef

KeyEntry = Any
KeyPath = tuple[Any, ...]


def __getattr__(name: str) -> Any:
    return _missing_name("jax.tree_util", name, globals())
