"""The error for a name that JAX has, or has not, and that is not here."""

from __future__ import annotations

import difflib
from typing import Any

from .known_names import KNOWN

_INSTEAD = {
    "jax.numpy": "NumPy's functions",
    "jax.experimental": "this page has no experimental parts of JAX",
}


def missing_name(module: str, name: str, present: dict[str, Any]) -> AttributeError:
    """The AttributeError for a missing attribute of a module; names what is near."""
    text = f"module '{module}' has no attribute '{name}'"
    if name.startswith("__"):
        return AttributeError(text)
    here = [known for known in present if not known.startswith("_")]
    near = difflib.get_close_matches(name, here, 3, 0.6)
    hint = f" Near: {', '.join(near)}." if near else ""
    if name in KNOWN.get(module, ()):
        return AttributeError(f"{module}.{name} exists in JAX but not on this page.{hint}")
    return AttributeError(f"{text}.{hint}" if hint else text)
