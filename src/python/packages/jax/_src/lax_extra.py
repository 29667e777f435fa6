"""Functions of ``jax.lax`` that have trees or Python functions among their arguments."""

from __future__ import annotations

from typing import Any

from .array import maybe_array
from .branches import cond, switch
from .control_flow import associative_scan, fori_loop, map, scan, while_loop
from .functions import FUNCTIONS
from .trees.functions import tree_map

__all__ = [
    "associative_scan",
    "cond",
    "fori_loop",
    "map",
    "scan",
    "stop_gradient",
    "switch",
    "while_loop",
]

_stop: Any = FUNCTIONS["jax.lax"]["stop_gradient"]


def stop_gradient(x: Any) -> Any:
    """The same value without a derivative: gradients do not flow through it. Takes trees as well."""
    return tree_map(_stopped, x)


def _stopped(leaf: Any) -> Any:
    if maybe_array(leaf) is None:
        raise TypeError(f"Argument {leaf!r} of type {type(leaf)} is not a valid JAX type")
    return _stop(leaf)
