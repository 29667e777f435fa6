"""Flax as this page carries it: ``flax.nnx``, ``flax.linen`` and what stands around them.

Submodules load when they are first named, so a program that needs one half pays for that half.
"""

import difflib
import importlib
import importlib.util
from typing import Any

__version__ = "0.12.8"

_SUBMODULES = (
    "core",
    "errors",
    "linen",
    "nnx",
    "serialization",
    "struct",
    "training",
    "traverse_util",
    "typing",
)


def __getattr__(name: str) -> Any:
    """Import the submodule ``name``; AttributeError names the nearest one that is here."""
    if name in _SUBMODULES and importlib.util.find_spec(f"{__name__}.{name}") is not None:
        return importlib.import_module(f"{__name__}.{name}")
    near = difflib.get_close_matches(name, _SUBMODULES, n=1)
    hint = f" Did you mean: '{near[0]}'?" if near else ""
    raise AttributeError(f"module 'flax' has no attribute '{name}' on this page.{hint}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_SUBMODULES})
