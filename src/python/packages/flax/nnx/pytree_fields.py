"""Marks for attributes: what is data, what is static, and dataclasses of Pytrees."""

from __future__ import annotations

import dataclasses
import typing
import warnings
from typing import Annotated, Any, TypeVar

import jax
from flax.nnx.basics import MISSING, is_array
from flax.nnx.variablelib import Variable

A = TypeVar("A")
T = TypeVar("T", bound=type)

DATA_TAG, STATIC_TAG = "__data__", "__static__"
Data = Annotated[A, DATA_TAG]
Static = Annotated[A, STATIC_TAG]

_DATA_TYPES: set[type] = set()
_GRAPH_NODES: list[type] = [Variable]
_graph_nodes_known: dict[type, bool] = {}
"""Which types are graph nodes, as far as it was asked."""
# Values of these types hold no data, which need not be looked up leaf by leaf.
PLAIN_TYPES = (int, float, bool, str, bytes, complex, type(None), type(lambda: 0), type(len))


def _field(value: Any, is_static: bool, kwargs: dict[str, Any]) -> Any:
    name = "static" if is_static else "data"
    if value is not MISSING and kwargs:
        raise TypeError(f"nnx.{name}() accepts either a single positional argument or keyword arguments, but not both.")
    metadata = {"nnx_value": value, **(kwargs.pop("metadata", None) or {})}
    if "static" in metadata:
        raise ValueError(f"Cannot use 'static' key in metadata argument for nnx.{name}.")
    return dataclasses.field(**kwargs, metadata={**metadata, "static": is_static})


def data(value: Any = MISSING, /, **kwargs: Any) -> Any:
    """Mark a value, or with keywords a dataclass field, as data: part of the tree's leaves."""
    return _field(value, False, kwargs)


def static(value: Any = MISSING, /, **kwargs: Any) -> Any:
    """Mark a value, or with keywords a dataclass field, as static: part of the structure."""
    return _field(value, True, kwargs)


@typing.dataclass_transform(field_specifiers=(dataclasses.field, data, static))
def dataclass(cls: Any = None, /, **kwargs: Any) -> Any:
    """``dataclasses.dataclass`` that keeps NNX's repr and counts equality by fields."""
    return dataclasses.dataclass(cls, **{**kwargs, "repr": False})


def register_data_type(type_: T, /) -> T:
    """Treat every value of this type as data when it is assigned to an attribute."""
    _DATA_TYPES.add(type_)
    return type_


def register_graph_node(type_: type) -> None:
    """Add a base class of graph nodes."""
    _GRAPH_NODES.append(type_)
    _graph_nodes_known.clear()


def is_graph_node(x: Any) -> bool:
    """Whether ``x`` has an identity in the graph: a Module or other Pytree, or a Variable."""
    kind = type(x)
    known = _graph_nodes_known.get(kind)
    if known is None:
        known = _graph_nodes_known[kind] = issubclass(kind, tuple(_GRAPH_NODES))
    return known


def is_node_leaf(x: Any) -> bool:
    """Whether ``x`` is an array or a Variable."""
    return isinstance(x, Variable) or is_array(x)


def is_data(value: Any, /) -> bool:
    """Whether a value is data by itself: an array, a Variable, a Pytree, a registered type."""
    kind = type(value)
    if kind in PLAIN_TYPES:
        return kind in _DATA_TYPES
    return is_graph_node(value) or is_array(value) or kind in _DATA_TYPES


def leaves_with_data_whole(value: Any) -> list[Any]:
    """The leaves of ``value``, data values counted as leaves; cycles are entered once."""
    if type(value) in PLAIN_TYPES or is_data(value):
        return [value]
    seen: set[int] = set()

    def stop(x: Any) -> bool:
        if id(x) in seen:
            return True
        seen.add(id(x))
        return is_data(x)

    return jax.tree.leaves(value, is_leaf=stop)


def has_data(value: Any, /) -> list[Any]:
    """The data values inside ``value``; an empty list where there are none."""
    return [leaf for leaf in leaves_with_data_whole(value) if is_data(leaf)]


def annotated(cls: type) -> dict[str, bool]:
    """The attributes that annotations with the deprecated Data and Static name."""
    try:
        hints = typing.get_type_hints(cls, include_extras=True)
    except NameError, TypeError, AttributeError:
        return {}
    found = {}
    for name, hint in hints.items():
        for tag, word in ((DATA_TAG, "data"), (STATIC_TAG, "static")):
            if tag in getattr(hint, "__metadata__", ()):
                old = word.capitalize()
                warnings.warn(
                    f"'{old}' is deprecated, please replace:\n\n  some_field: nnx.{old}[SomeType]"
                    f"\n\nwith:\n\n  some_field: SomeType = nnx.{word}()\n\n",
                    DeprecationWarning,
                    stacklevel=4,
                )
                found[name] = word == "data"
    return found


def add_declared(cls: type, nodes: dict[str, bool]) -> None:
    """Add the attributes that ``nnx.data()`` and ``nnx.static()`` fields name."""
    for name, value in vars(cls).items():
        if not isinstance(value, dataclasses.Field) or "static" not in value.metadata:
            continue
        is_static = value.metadata["static"]
        if not isinstance(is_static, bool):
            raise ValueError(
                f"Invalid 'static' metadata for attribute '{cls.__name__}.{name}': "
                f"expected bool, got {type(is_static).__name__}."
            )
        if nodes.get(name, not is_static) == is_static:
            words = ("static", "data") if is_static is False else ("data", "static")
            raise ValueError(
                f"Conflicting pytree annotation for attribute '{cls.__name__}.{name}': "
                f"previously registered as {words[0]}, but found nnx.{words[1]}(...) annotation."
            )
        nodes[name] = not is_static
