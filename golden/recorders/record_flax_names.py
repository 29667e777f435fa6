"""Records the public names of Flax's and Optax's modules.

Run with a Python that has flax 0.12.8 and optax 0.2.8: python golden/recorders/record_flax_names.py
"""

import importlib
import types

from recording import write_parts

MODULES = (
    "flax.nnx flax.nnx.bridge flax.linen flax.core flax.errors optax "
    "optax.tree optax.tree_utils optax.losses optax.schedules optax.transforms"
).split()


def names(module: str) -> list[str]:
    """Names that are no private ones and no modules of other packages, such as `typing`."""
    found = importlib.import_module(module)
    home = module.partition(".")[0]
    return [
        name
        for name in sorted(dir(found))
        if not name.startswith("_")
        and not (
            isinstance(getattr(found, name), types.ModuleType) and not getattr(found, name).__name__.startswith(home)
        )
        and not str(getattr(getattr(found, name), "__module__", "")).startswith(("typing", "collections", "contextlib"))
    ]


write_parts("flax_names", {module: names(module) for module in MODULES})
