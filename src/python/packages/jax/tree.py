"""Trees: nested lists, tuples, dicts and registered classes of arrays."""

from __future__ import annotations

import dataclasses
from typing import Any

from ._src.names import missing_name as _missing_name
from ._src.trees.functions import (
    tree_all as all,
)
from ._src.trees.functions import (
    tree_broadcast as broadcast,
)
from ._src.trees.functions import (
    tree_flatten as flatten,
)
from ._src.trees.functions import (
    tree_flatten_with_path as flatten_with_path,
)
from ._src.trees.functions import (
    tree_leaves as leaves,
)
from ._src.trees.functions import (
    tree_leaves_with_path as leaves_with_path,
)
from ._src.trees.functions import (
    tree_map as map,
)
from ._src.trees.functions import (
    tree_map_with_path as map_with_path,
)
from ._src.trees.functions import (
    tree_reduce as reduce,
)
from ._src.trees.functions import (
    tree_reduce_associative as reduce_associative,
)
from ._src.trees.functions import (
    tree_structure as structure,
)
from ._src.trees.functions import (
    tree_transpose as transpose,
)
from ._src.trees.functions import (
    tree_unflatten as unflatten,
)


def static(**kwargs: Any) -> Any:
    """A field of a dataclass that belongs to the structure: ``dataclasses.field`` for ``register_dataclass``."""
    metadata = {"static": True, **(kwargs.pop("metadata", None) or {})}
    return dataclasses.field(metadata=metadata, **kwargs)


def __getattr__(name: str) -> Any:
    return _missing_name("jax.tree", name, globals())
