"""Activations and other functions of neural networks."""

from __future__ import annotations

from typing import Any

from .._src.functions import FUNCTIONS as _FUNCTIONS
from .._src.log_sum_exp import logsumexp as _logsumexp
from .._src.names import missing_name as _missing_name
from . import initializers

globals().update(_FUNCTIONS["jax.nn"])
logsumexp = _logsumexp


def __getattr__(name: str) -> Any:
    return _missing_name("jax.nn", name, globals())
