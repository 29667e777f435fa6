"""The error for a name that JAX or NumPy has, or has not, and that is not here."""

from __future__ import annotations

import sys
from typing import Any

from _absent import elsewhere, error_kind, near_sentence, nearest

from .known_names import KNOWN  # type: ignore[import-not-found]


def missing_name(module: str, name: str, present: dict[str, Any]) -> Exception:
    """The error for a missing attribute of a module, for its ``__getattr__`` to raise; names what is near."""
    text = f"module '{module}' has no attribute '{name}'"
    if name.startswith("__"):
        return AttributeError(text)
    kind = error_kind(sys._getframe(2))
    here = [known for known in present if not known.startswith("_")]
    hint = near_sentence(elsewhere(module, name, _SIBLINGS) or nearest(name, here))
    if name in KNOWN.get(module, ()):
        home = "NumPy" if module.startswith("numpy") else "JAX"
        return kind(f"{module}.{name} exists in {home} but not on this page.{hint}")
    return kind(f"{text}.{hint}" if hint else text)


_SIBLINGS = ("jax.numpy", "jax.nn", "jax.lax", "jax.random", "jax.tree", "jax")
