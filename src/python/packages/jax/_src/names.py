"""The error for a name that JAX or NumPy has, or has not, and that is not here."""

from __future__ import annotations

import sys
from typing import Any

from _absent import Absent, elsewhere, error_kind, near_sentence, nearest

from .known_names import KNOWN  # type: ignore[import-not-found]


def missing_name(module: str, name: str, present: dict[str, Any]) -> Any:
    """For a module's ``__getattr__``: raises the error for a name that is missing, which names what is near.

    A line that imports a name which JAX has gets something that raises the error where it is used.
    """
    text = f"module '{module}' has no attribute '{name}'"
    if name.startswith("__"):
        raise AttributeError(text)
    kind = error_kind(sys._getframe(2))
    here = [known for known in present if not known.startswith("_")]
    hint = near_sentence(elsewhere(module, name, _SIBLINGS) or nearest(name, here))
    if name in KNOWN.get(module, ()):
        home = "NumPy" if module.startswith("numpy") else "JAX"
        told = f"{module}.{name} exists in {home} but not on this page.{hint}"
        if kind is ImportError:
            return Absent(told)
        raise kind(told)
    raise kind(f"{text}.{hint}" if hint else text)


_SIBLINGS = ("jax.numpy", "jax.nn", "jax.lax", "jax.random", "jax.tree", "jax")
