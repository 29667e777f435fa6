"""Containers of modules as attributes: frozen, and walked over with a name for each module."""

from collections.abc import Callable, Mapping
from types import BuiltinFunctionType, FunctionType, NoneType
from typing import Any

from flax.core.frozen_dict import FrozenDict

PLAIN = frozenset({NoneType, bool, int, float, complex, str, bytes, type, FunctionType, BuiltinFunctionType})
"""Types of most attributes. Nothing is inside their values, and looking costs more than all else of a bound module."""


def freeze_attribute(value: Any) -> Any:
    """Lists become tuples and dicts FrozenDicts, all the way down."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, (dict, FrozenDict)):
        return FrozenDict({key: freeze_attribute(v) for key, v in value.items()})
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(freeze_attribute(v) for v in value))
    if isinstance(value, (list, tuple)):
        return tuple(freeze_attribute(v) for v in value)
    return value


def map_attribute(fn: Callable[[str, Any], Any], value: Any, suffix: str = "") -> Any:
    """`fn(suffix, leaf)` for each leaf of nested lists, tuples and dicts.

    The suffix spells the way to the leaf: "_0", "_encoder_1"; it is "" for a value by itself.
    """
    if type(value) in PLAIN:
        return fn(suffix, value)
    if isinstance(value, (dict, FrozenDict)) and value:
        keys = sorted(value, key=str)
        mapped = {key: map_attribute(fn, value[key], f"{suffix}_{key}") for key in keys}
        return {key: mapped[key] for key in value}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        named: Any = value
        parts = {f: map_attribute(fn, getattr(named, f), f"{suffix}_{f}") for f in named._fields}
        return type(named)(**parts)
    if isinstance(value, (list, tuple)) and value:
        mapped_items: dict[int, Any] = {}
        for i in sorted(range(len(value)), key=str):
            mapped_items[i] = map_attribute(fn, value[i], f"{suffix}_{i}")
        return type(value)(mapped_items[i] for i in range(len(value)))
    if isinstance(value, Mapping):
        return value
    return fn(suffix, value)
