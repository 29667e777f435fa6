"""JAX's primitives and control flow."""

from __future__ import annotations

import enum
import importlib as _importlib
from typing import Any

from ._src.functions import FUNCTIONS as _FUNCTIONS
from ._src.lax_extra import *  # noqa: F403
from ._src.lax_functions import ALIASES as _ALIASES
from ._src.lax_functions import OWN as _OWN
from ._src.lax_functions import strict as _strict
from ._src.names import missing_name as _missing_name


class Precision(enum.Enum):
    """How exact products are in JAX; here always as exact as float32 can be."""

    DEFAULT = 0
    HIGH = 1
    HIGHEST = 2

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}.{self.name}"

    def __str__(self) -> str:
        return self.name


_present = set(globals())
for _functions in (_ALIASES, _OWN, _FUNCTIONS["jax.lax"]):
    globals().update({name: _strict(value, name) for name, value in _functions.items() if name not in _present})


_LATE = {
    "with_sharding_constraint": "jax._src.sharding.placing",
    **dict.fromkeys("all_gather axis_index axis_size pmax pmean pmin ppermute psum".split(), "jax._src.collectives"),
}
"""Few programs use them, so that they load when one asks: name → home."""


def __getattr__(name: str) -> Any:
    if name in _LATE:
        found = globals()[name] = getattr(_importlib.import_module(_LATE[name]), name)
        return found
    return _missing_name("jax.lax", name, globals())
