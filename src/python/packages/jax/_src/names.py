"""The error for a name that JAX or NumPy has, or has not, and that is not here."""

from __future__ import annotations

import sys
from typing import Any

from _absent import error_kind, near_sentence, nearest

from .known_names import KNOWN  # type: ignore[import-not-found]


def missing_name(module: str, name: str, present: dict[str, Any]) -> Exception:
    """The error for a missing attribute of a module, for its ``__getattr__`` to raise; names what is near."""
    text = f"module '{module}' has no attribute '{name}'"
    if name.startswith("__"):
        return AttributeError(text)
    kind = error_kind(sys._getframe(2))
    here = [known for known in present if not known.startswith("_")]
    hint = near_sentence(_near(module, name, here))
    if name in KNOWN.get(module, ()):
        home = "NumPy" if module.startswith("numpy") else "JAX"
        return kind(f"{module}.{name} exists in {home} but not on this page.{hint}")
    return kind(f"{text}.{hint}" if hint else text)


def _near(module: str, name: str, here: list[str]) -> list[str]:
    if module == "jax" and name.startswith("tree_"):
        # Where older programs look for jax.tree.map and its kin.
        return [f"jax.tree.{name[5:]}"]
    return nearest(name, here)
