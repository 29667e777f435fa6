"""``numpy.random``: the draws that prepare data, with the numbers that NumPy draws for a seed."""

from __future__ import annotations

import importlib
from typing import Any

_HOMES = {
    "BitGenerator": "numpy._bit_generators",
    "Generator": "numpy._generator",
    "MT19937": "numpy._bit_generators",
    "PCG64": "numpy._bit_generators",
    "RandomState": "numpy._random_state",
    "SeedSequence": "numpy._seeds",
    "default_rng": "numpy._generator",
}
"""Few programs draw with NumPy, so that it loads when one does: name → home."""
_GLOBAL = (
    "choice exponential get_state normal permutation rand randint randn random random_sample ranf sample seed "
    "set_state shuffle standard_normal uniform"
).split()
"""Methods of one hidden RandomState."""


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    if name == "_rand":
        found = importlib.import_module("numpy._random_state").RandomState()
    elif name in _GLOBAL:
        found = getattr(_shared(), name)
    elif name in _HOMES:
        found = getattr(importlib.import_module(_HOMES[name]), name)
    else:
        return _missing(name)
    globals()[name] = found
    return found


def _shared() -> Any:
    return globals().get("_rand") or __getattr__("_rand")


def _missing(name: str) -> Any:
    import sys

    from _absent import error_kind

    raise error_kind(sys._getframe(2))(
        f"numpy.random.{name} is not on this page. Draw with rand, randn, normal, uniform, randint, choice, "
        "permutation or shuffle, or with jax.random and a key."
    )


def __dir__() -> list[str]:
    return sorted([*_HOMES, *_GLOBAL])
