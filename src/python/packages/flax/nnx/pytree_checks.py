"""Refusing arrays in static attributes, which JAX would otherwise take for constants."""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple

from flax.nnx.pytree_fields import PLAIN_TYPES, is_data, leaves_with_data_whole


class AttributeStatus(NamedTuple):
    """What an assignment says of its value."""

    is_data: bool
    explicit: bool


def _base_name(owner: Any, pytree: type) -> str:
    """The name of the class that the owner's class is derived from."""
    bases = (t for t in type(owner).mro()[1:] if issubclass(t, pytree))
    return next(bases, pytree).__name__


def _annotation(owner: Any, key: str, value: Any, base: str) -> str:
    return f"  class {type(owner).__name__}({base}):\n    {key}: {type(value).__name__} = nnx.data()"


def _to_static(owner: Any, key: str, value: Any, names: set[str], base: str) -> str:
    return (
        f"Found data on value of type '{type(value)}' assigned to static attribute '{key}' of "
        f"Pytree type '{type(owner)}'. Static attributes should not contain data values. "
        "Consider one of the following options:\n\n"
        "1. If the attribute is meant to be static, remove the data values of type(s):\n\n"
        f"  {', '.join(names)}\n\n"
        "2. If the attribute is meant to be data, wrap the value with nnx.data  on assignment:"
        f"\n\n  _.{key} = nnx.data(...)\n\n"
        "3. Alternatively, annotate the class attribute with nnx.data:\n\n"
        f"{_annotation(owner, key, value, base)}\n\n"
        "4. If the container is a list or dict, try using nnx.List(...) or nnx.Dict(...) "
        "instead.\n\n5. Disable pytree for this class:\n\n"
        f"  class {type(owner).__name__}({base}, pytree=False):\n\n"
    )


def _in_static(owner: Any, key: str, value: Any, base: str) -> str:
    return (
        f"Found unexpected data on value of type {type(value)} in static attribute '{key}' of "
        f"Pytree type '{type(owner)}'. This is an error starting from Flax version 0.12.0.\n"
        "Consider one of the following options:\n\n"
        "1. If the attribute is meant to be static, either remove the data value or wrap it in "
        "a static container.\n2. Wrap the value with nnx.data on assignment:\n\n"
        f"  _.{key} = nnx.data(...)\n\n"
        "3. Annotate the class attribute with nnx.data:\n\n"
        f"{_annotation(owner, key, value, base)}\n\n"
        "4. If the container is a list or dict, try using nnx.List(...) or nnx.Dict(...) "
        "instead.\n5. Disable pytree for this class:\n\n"
        f"  class {type(owner).__name__}({base}, pytree=False):\n\n"
    )


def check_value(owner: Any, key: str, value: Any, status: AttributeStatus | None, pytree: type) -> None:
    """ValueError if ``value`` does not fit the attribute ``key``.

    ``status`` describes an assignment; None checks an attribute that is already there.
    """
    known_as_data = owner._pytree__nodes.get(key, False)
    if status is not None and status.is_data and not status.explicit and not known_as_data and key in vars(owner):
        raise ValueError(
            f"Cannot assign data value of type '{type(value)}' to static attribute '{key}' of "
            f"Pytree type '{type(owner)}'. To override the status explicitly wrap the value "
            f"with nnx.data on assignment:\n\n  _.{key} = nnx.data(...)\n\n"
        )
    if type(value) in PLAIN_TYPES:
        return
    leaves = leaves_with_data_whole(value)
    names = {type(leaf).__name__ for leaf in leaves if is_data(leaf)}
    if names and status is not None and not status.is_data:
        if status.explicit:
            raise ValueError(
                f"Found data in value of type '{type(value)}' annotated with nnx.static(...) "
                f"when setting attribute '{key}' of Pytree type '{type(owner)}'."
            )
        if not known_as_data:
            base = _base_name(owner, pytree)
            raise ValueError(_to_static(owner, key, value, names, base))
    elif names and status is None and not known_as_data:
        raise ValueError(_in_static(owner, key, value, _base_name(owner, pytree)))
    tags = {
        "static" if leaf.metadata["static"] else "data"
        for leaf in leaves
        if isinstance(leaf, dataclasses.Field) and "nnx_value" in leaf.metadata
    }
    if tags:
        raise ValueError(
            f"Found unexpected tags {tags} on attribute '{type(owner).__name__}.{key}'. Values "
            "from nnx.data(...) and\nnnx.static(...) should be assigned to nnx.Pytree "
            "attributes directly, they should not be inside other structures. Got value of "
            f"type '{type(value)}' on Pytree of type '{type(owner)}'."
        )
