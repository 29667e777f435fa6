"""Which transformation is running a Python function at the moment."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any


class TraceState:
    """One run of a function by a transformation; equal to itself alone."""


_running: list[TraceState] = []


def current() -> TraceState | None:
    """The innermost run, None outside all transformations."""
    return _running[-1] if _running else None


def traced(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, marked as run by a transformation while it runs."""

    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        _running.append(TraceState())
        try:
            return function(*args, **kwargs)
        finally:
            _running.pop()

    return run
