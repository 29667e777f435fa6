"""Reads what a learner's function gave back: float32 numbers with a shape, or what was there instead."""

from __future__ import annotations

from array import array
from typing import Any, NamedTuple, TypeGuard

MAX_DEPTH = 16
MAX_ITEMS = 2**16


class Result(NamedTuple):
    """Either `problem`, or `shape` and `values` in row-major order."""

    problem: str | None
    shape: list[int] | None
    values: Any


def read_result(value: Any) -> Result:
    """An array, a number, or nested lists or tuples of them that are rectangular. Never raises."""
    try:
        if isinstance(value, (list, tuple)):
            return _read_list(value)
        return _read_one(value)
    except Exception as error:
        return _problem(f"a value that cannot be read ({type(error).__name__}: {error})")


def _problem(text: str) -> Result:
    return Result(text[:500], None, None)


def _read_one(value: Any) -> Result:
    if type(value) is not bool and isinstance(value, (int, float)):
        return Result(None, [], array("f", [value]))
    if not _is_array(value) or _is_traced(value) or _is_key(value):
        return _problem(_name(value))
    return Result(None, [int(n) for n in value.shape], array("f", value.reshape(-1).tolist()))


def _is_array(value: Any) -> TypeGuard[Any]:
    return hasattr(value, "shape") and hasattr(value, "dtype") and hasattr(value, "tolist")


def _is_traced(value: Any) -> bool:
    import jax

    return isinstance(value, jax.core.Tracer)


def _is_key(value: Any) -> bool:
    return str(value.dtype).startswith("key<")


def _read_list(values: list[Any] | tuple[Any, ...]) -> Result:
    numbers = array("f")
    shape = _collect(values, numbers, 0)
    return _problem(_list_text(values)) if shape is None else Result(None, shape, numbers)


def _collect(values: Any, numbers: array[float], depth: int) -> list[int] | None:
    """Appends the numbers and gives their shape; None if they are not rectangular or not numbers."""
    if depth > MAX_DEPTH:
        return None
    common: list[int] | None = None
    for item in values:
        if isinstance(item, (list, tuple)):
            shape = _collect(item, numbers, depth + 1)
        else:
            _, shape, found = _read_one(item)
            numbers.extend(found or [])
        if shape is None or len(numbers) > MAX_ITEMS or common not in (None, shape):
            return None
        common = shape
    return [len(values), *(common or [])]


def _list_text(values: Any) -> str:
    kind = "tuple" if isinstance(values, tuple) else "list"
    names = {_name(item) for item in values}
    count = f"{len(values)} {'item' if len(values) == 1 else 'items'}"
    if len(names) == 1:
        return f"a {kind} of {count}, each {names.pop()}"
    return f"a {kind} of {count} that are not all numbers of one shape"


def _name(value: Any) -> str:
    """`None`, `a string`, `a dict`, `a traced array`."""
    if value is None:
        return "None"
    if _is_array(value):
        if _is_traced(value):
            return "a traced array"
        return "an array of random keys" if _is_key(value) else "an array"
    if isinstance(value, str):
        return "a string"
    if callable(value):
        return "a function"
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
