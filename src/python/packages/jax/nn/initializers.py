"""Initialisers of weights: functions of ``(key, shape, dtype)``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._src import initializers as _own
from .._src.names import missing_name as _missing_name

Initializer = Callable[..., Any]
constant = _own.constant
zeros = _own.zeros
ones = _own.ones
normal = _own.normal
uniform = _own.uniform
truncated_normal = _own.truncated_normal
orthogonal = _own.orthogonal
delta_orthogonal = _own.delta_orthogonal
variance_scaling = _own.variance_scaling
lecun_normal = _own.scaled("lecun_normal", 1.0, "fan_in", "truncated_normal")
lecun_uniform = _own.scaled("lecun_uniform", 1.0, "fan_in", "uniform")
glorot_normal = xavier_normal = _own.scaled("glorot_normal", 1.0, "fan_avg", "truncated_normal")
glorot_uniform = xavier_uniform = _own.scaled("glorot_uniform", 1.0, "fan_avg", "uniform")
he_normal = kaiming_normal = _own.scaled("he_normal", 2.0, "fan_in", "truncated_normal")
he_uniform = kaiming_uniform = _own.scaled("he_uniform", 2.0, "fan_in", "uniform")


def __getattr__(name: str) -> Any:
    return _missing_name("jax.nn.initializers", name, globals())
