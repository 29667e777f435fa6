"""Linen's variables as NNX's attributes and back: arrays, boxes and Variables."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

import jax
from flax.nnx import traversals
from flax.nnx.variable_names import variable_name_from_type, variable_type_from_name
from flax.nnx.variablelib import Variable


def _boxes() -> Any:
    """The module of boxes, None while nothing has imported it: then there are none."""
    return sys.modules.get("flax.core.meta")


def is_box(value: Any) -> bool:
    """Whether this is a box around a value."""
    boxes = _boxes()
    return boxes is not None and boxes.is_axis_metadata(value)


def unboxed(value: Any) -> Any:
    """What is in a box; other values are themselves."""
    return value.unbox() if is_box(value) else value


def is_vanilla_variable(vs: Variable) -> bool:
    """Whether a Variable has no metadata of its own."""
    return not any(
        name not in Variable.required_metadata and not (name.endswith("_hooks") and value == ())
        for name, value in vs.get_metadata().items()
    )


def to_linen_var(vs: Variable) -> Any:
    """What Linen's collections hold for a Variable: its value, in a box if it has metadata."""
    if is_vanilla_variable(vs):
        return vs.get_value()
    metadata = vs.get_metadata()
    kind = metadata.get("linen_meta_type")
    if kind is not None:
        if hasattr(kind, "from_nnx_metadata"):
            return kind.from_nnx_metadata({"value": vs.get_value(), **metadata})
        return kind(vs.get_value(), **metadata)
    from flax.nnx.bridge.boxes import NNXMeta

    return NNXMeta(type(vs), vs.get_value(), metadata)


def to_nnx_var(col: str, x: Any) -> Variable:
    """A Variable of the collection's kind for an array or a box."""
    kind = variable_type_from_name(col, allow_register=True)
    if not is_box(x):
        return kind(x)
    if hasattr(x, "to_nnx_variable"):
        assert kind == x.var_type, f"Type stored in NNXMeta {x.var_type} != type inferred from collection name {kind}"
        return x.to_nnx_variable()
    metadata = x.to_nnx_metadata() if hasattr(x, "to_nnx_metadata") else vars(x)
    return kind(metadata.pop("value"), **metadata, linen_meta_type=type(x))


def linen_vars_to_nnx_attrs(variables: Mapping[str, Any]) -> dict[str, Any]:
    """Collections of arrays as nested dicts of Variables, the collections laid together.

    ValueError if two collections have a variable at the same path.
    """
    flat: dict[Any, Variable] = {}
    # As after any map over a tree, keys stand in order.
    ordered = jax.tree.map(lambda value: value, dict(variables), is_leaf=lambda value: not isinstance(value, dict))
    for collection, values in ordered.items():
        for path, value in traversals.flatten_mapping(values).items():
            variable = to_nnx_var(collection, value)
            if path in flat:
                raise ValueError(
                    f"Found duplicate variable path {path} with variables {flat[path]} and "
                    f"{variable}. This is not allowed in NNX."
                )
            flat[path] = variable
    return traversals.unflatten_mapping(flat)


def nnx_attrs_to_linen_vars(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Nested dicts of Variables as collections of arrays, by the kinds of the Variables."""
    flat = {}
    for path, variable in traversals.flatten_mapping(attributes).items():
        if not isinstance(variable, Variable):
            raise ValueError(f"Cannot infer collection name from value: {variable}")
        flat[(variable_name_from_type(type(variable)), *path)] = to_linen_var(variable)
    return traversals.unflatten_mapping(flat)


def merged(old: Any, new: Mapping[Any, Any]) -> dict[Any, Any]:
    """Nested dicts laid over each other."""
    flat = traversals.flatten_mapping(old) | traversals.flatten_mapping(new)
    return traversals.unflatten_mapping(flat)


def with_partitioning(fn: Callable[..., Any], names: Any, mesh: Any = None) -> Callable[..., Any]:
    """NNX's ``with_partitioning``, for Variables that become Linen's boxes of this kind."""
    from flax.core.meta import Partitioned
    from flax.nnx import spmd

    return spmd.with_partitioning(fn, names, mesh, linen_meta_type=Partitioned)
