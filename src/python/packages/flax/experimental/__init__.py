"""The old home of ``flax.nnx``."""

from typing import Any


def __getattr__(name: str) -> Any:
    if name == "nnx":
        from flax import nnx

        return nnx
    raise AttributeError(f"module 'flax.experimental' has no attribute '{name}'")
