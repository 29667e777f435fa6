"""Distributions: densities and distribution functions."""

from __future__ import annotations

from typing import Any

from ..._src.names import missing_name as _missing_name
from . import bernoulli, expon, laplace, logistic, norm, uniform


def __getattr__(name: str) -> Any:
    return _missing_name("jax.scipy.stats", name, globals())
