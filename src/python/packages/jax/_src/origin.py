"""Where values under jit come from, for the texts of errors."""

from __future__ import annotations

import inspect
from typing import Any

from .binding import facade


class Traced:
    """A function while it is staged: its name, its place, and the name of each flat argument."""

    def __init__(self, function: Any, names: list[str], kind: str) -> None:
        self.function = function
        self.names = names
        self.kind = kind


running: list[Traced] = []


def place_of(function: Any) -> str:
    """``name at file:line``."""
    inner = inspect.unwrap(function)
    while hasattr(inner, "func"):
        inner = inner.func
    code = getattr(inner, "__code__", None)
    name = getattr(inner, "__name__", type(inner).__name__)
    return f"{name} at {code.co_filename}:{code.co_firstlineno}" if code else name


def describe_origin(tracer: Any) -> str:
    """JAX's lines about the function under jit and the arguments behind a value."""
    if not running or type(tracer).__name__ != "DynamicJaxprTracer":
        return ""
    traced = running[-1]
    positions = [int(i) for i in facade.dependsOn(tracer._id).split()]
    names = list(dict.fromkeys(traced.names[i] for i in positions if i < len(traced.names)))
    start = f"\nThe error occurred while tracing the function {place_of(traced.function)} for {traced.kind}. "
    if not names:
        return start.rstrip()
    what = f"argument {names[0]}" if len(names) == 1 else f"arguments {_listed(names)}"
    verb = "the value of the " if len(names) == 1 else "the values of the "
    return f"{start}This concrete value was not available in Python because it depends on {verb}{what}."


def _listed(names: list[str]) -> str:
    return (
        f"{', '.join(names[:-1])} and {names[-1]}" if len(names) == 2 else f"{', '.join(names[:-1])}, and {names[-1]}"
    )


def function_name(fun: Any) -> str:
    """The name that messages give a function."""
    return getattr(fun, "__name__", "fun")
