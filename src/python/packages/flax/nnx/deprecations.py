"""Names that Flax has given up and still answers to."""

import warnings
from typing import Any

from flax.nnx.variablelib import Variable


def __getattr__(name: str) -> Any:
    """``VariableState``, with Flax's warning."""
    if name == "VariableState":
        warnings.warn(
            "'VariableState' was removed, this is just an alias to 'Variable'. Plase use 'Variable' directly instead.",
            DeprecationWarning,
            stacklevel=4,
        )
        return Variable
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
