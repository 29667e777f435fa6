"""Names of a Variable's axes: which axis of a mesh splits each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import jax
from flax.core.spmd import composite_rules, from_sharding_rules, get_logical_axis_rules, logical_axis_rules
from flax.nnx import graphlib
from flax.nnx.transforms.compilation import eval_shape
from flax.nnx.variable_names import with_metadata
from flax.nnx.variablelib import Variable
from jax.sharding import NamedSharding, PartitionSpec, get_abstract_mesh, set_mesh

__all__ = [
    "PARTITION_NAME",
    "abstract_with_sharding",
    "add_axis",
    "as_abstract",
    "get_abstract_model",
    "get_named_sharding",
    "get_partition_spec",
    "get_var_pspec",
    "logical_axis_rules",
    "remove_axis",
    "with_partitioning",
]

PARTITION_NAME = "partition_name"


def _is_variable(x: Any) -> bool:
    return isinstance(x, Variable)


def _name_and_rest(transform_metadata: Mapping[Any, Any]) -> tuple[Any, dict[Any, Any]]:
    rest = dict(transform_metadata)
    if PARTITION_NAME not in rest:
        raise ValueError(
            'Trying to transform a Partitioned variable but "partition_name" is not specified in transform_metadata: '
            f"{transform_metadata}"
        )
    return rest.pop(PARTITION_NAME), rest


def _inserted(fields: Any, index: int, value: Any) -> tuple[Any, ...]:
    longer = [*fields, *[None] * (index - len(fields))]
    longer.insert(index, value)
    return tuple(longer)


def _removed(fields: Any, index: int, value: Any) -> tuple[Any, ...]:
    shorter = list(fields)
    found = shorter.pop(index)
    if found != value:
        raise ValueError(f"Expected to remove {value!r} at index {index} from {fields!r}, but found {found!r}.")
    return tuple(shorter)


def _changed(tree: Any, index: int, transform_metadata: Mapping[Any, Any], change: Any, hook: str) -> Any:
    name, rest = _name_and_rest(transform_metadata)

    def of_variable(x: Any) -> Any:
        if not _is_variable(x):
            return x
        for key, value in {"out_sharding": name, **rest}.items():
            fields = x.get_metadata(key, None)
            if fields and isinstance(fields, tuple):
                x.set_metadata(key, change(fields, index, value))
        getattr(x, hook)(index, name)
        return x

    return jax.tree.map(of_variable, tree, is_leaf=_is_variable)


def add_axis(tree: Any, index: int, transform_metadata: Mapping[Any, Any]) -> Any:
    """Variables whose names tell of a new axis: that of ``transform_metadata["partition_name"]``."""
    return _changed(tree, index, transform_metadata, _inserted, "add_axis")


def remove_axis(tree: Any, index: int, transform_metadata: Mapping[Any, Any]) -> Any:
    """Variables whose names have one axis less. ValueError if it has another name."""
    return _changed(tree, index, transform_metadata, _removed, "remove_axis")


def with_partitioning(
    initializer: Callable[..., Any], sharding: Any, mesh: Any = None, **metadata: Any
) -> Callable[..., Any]:
    """An initializer whose Variables know the names of their axes."""
    return with_metadata(initializer, out_sharding=sharding, mesh=mesh, **metadata)


def get_var_pspec(v: Variable) -> PartitionSpec | None:
    """The names of a Variable's axes as a spec; rules are applied."""
    metadata = v.get_metadata()
    names = metadata.get("out_sharding")
    if names:
        rules = composite_rules(get_logical_axis_rules(), metadata.get("sharding_rules", ()))
        return PartitionSpec(*from_sharding_rules(names, rules)) if rules else PartitionSpec(*names)
    return PartitionSpec() if hasattr(v, "shape") else None


def get_partition_spec(tree: Any) -> Any:
    """A tree whose Variables hold their specs."""

    def spec(x: Any) -> Any:
        if _is_variable(x):
            return x.replace(get_var_pspec(x))
        return PartitionSpec() if hasattr(x, "shape") else None

    return jax.tree.map(spec, tree, is_leaf=_is_variable)


def get_named_sharding(tree: Any, mesh: Any) -> Any:
    """A tree whose Variables hold their shardings over a mesh."""
    return jax.tree.map(lambda spec: NamedSharding(mesh, spec), get_partition_spec(tree))


def get_abstract_model(init_fn: Callable[..., Any], mesh: Any, *, graph: bool | None = None) -> Any:
    """Description and State of a Module that is not built: shapes with their shardings."""
    del graph
    with set_mesh(mesh):
        graphdef, state = graphlib.split(eval_shape(init_fn))
        shardings = get_named_sharding(state, mesh)
        described = jax.tree.map(lambda a, s: jax.ShapeDtypeStruct(a.shape, a.dtype, sharding=s), state, shardings)
    return graphdef, described


def as_abstract(tree: Any, graph: bool | None = None) -> Any:
    """Described Variables that know their shardings, from the mesh in their metadata or the one that is set."""
    del graph

    def described(_: Any, x: Any) -> Any:
        value: Any = x.get_value() if _is_variable(x) else None
        if not (
            hasattr(value, "shape") and getattr(value, "sharding", None) is None and x.has_metadata("out_sharding")
        ):
            return x
        mesh = x.get_metadata("mesh", None) or get_abstract_mesh()
        sharding = NamedSharding(mesh, get_var_pspec(x) or PartitionSpec())
        return x.replace(jax.ShapeDtypeStruct(value.shape, value.dtype, sharding=sharding))

    return graphlib.map(described, tree)


abstract_with_sharding = as_abstract
