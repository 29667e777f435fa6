"""Boxes around Linen's variables: a value together with what its axes are called."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import Any

import jax
from flax import errors, struct
from jax.sharding import NamedSharding, PartitionSpec, get_mesh

PARTITION_NAME = "partition_name"


class AxisMetadata:
    """What a box around a variable can do; subclasses keep more than names."""

    def unbox(self) -> Any:
        """The value inside."""
        raise NotImplementedError

    def replace_boxed(self, val: Any) -> Any:
        """The same box around another value."""
        raise NotImplementedError

    def add_axis(self, index: int, params: dict[Any, Any]) -> Any:
        """The box after a transformation has put an axis in."""
        raise NotImplementedError

    def remove_axis(self, index: int, params: dict[Any, Any]) -> Any:
        """The box after a transformation has taken an axis out."""
        raise NotImplementedError

    @classmethod
    def __class_getitem__(cls, item: Any) -> Any:
        return cls


def is_axis_metadata(val: Any) -> bool:
    """Whether this is a box."""
    return isinstance(val, AxisMetadata)


def map_axis_meta(fn: Callable[[Any], Any], tree: Any) -> Any:
    """``fn`` of every box in a tree; other leaves stay."""
    return jax.tree_util.tree_map(lambda x: fn(x) if is_axis_metadata(x) else x, tree, is_leaf=is_axis_metadata)


def add_axis(tree: Any, index: int, params: dict[Any, Any]) -> Any:
    """Every box with one axis more."""
    return map_axis_meta(lambda x: x.add_axis(index, params), tree)


def remove_axis(tree: Any, index: int, params: dict[Any, Any]) -> Any:
    """Every box with one axis less."""
    return map_axis_meta(lambda x: x.remove_axis(index, params), tree)


def unbox(tree: Any) -> Any:
    """A tree without boxes."""
    return map_axis_meta(lambda x: unbox(x.unbox()), tree)


def replace_boxed(tree: Any, updates: Any) -> Any:
    """A tree's boxes around the values of another tree."""

    def updated(box: Any, value: Any) -> Any:
        if is_axis_metadata(box):
            return box.replace_boxed(replace_boxed(box.unbox(), value))
        return value

    return jax.tree_util.tree_map(updated, tree, updates, is_leaf=is_axis_metadata)


def get_global_mesh() -> Any:
    """The mesh of ``jax.set_mesh``, None without one."""
    mesh = get_mesh()
    return None if mesh.empty else mesh


def global_mesh_defined() -> bool:
    """Whether a mesh is set."""
    return get_global_mesh() is not None


def _with_name(names: Any, index: int, name: Any) -> tuple[Any, ...]:
    longer = [*names, *[None] * (index - len(names))]
    longer.insert(index, name)
    return tuple(longer)


class Partitioned(struct.PyTreeNode, AxisMetadata):
    """A value, and the axis of a mesh along which each of its axes is split."""

    value: Any
    names: Any = struct.field(pytree_node=False)
    mesh: Any = struct.field(default=None, pytree_node=False)

    def unbox(self, apply_constraint: bool = True) -> Any:
        """The value, laid as the names say where there is a mesh."""
        if not apply_constraint or not (self.mesh is not None or global_mesh_defined()):
            return self.value
        spec = self.get_partition_spec()
        return jax.lax.with_sharding_constraint(
            self.value, spec if self.mesh is None else NamedSharding(self.mesh, spec)
        )

    def replace_boxed(self, val: Any) -> Any:
        """The same names for another value."""
        return self.replace(value=val)  # type: ignore[call-arg]

    def _partition_name(self, params: dict[Any, Any]) -> Any:
        if PARTITION_NAME not in params:
            raise errors.PartitioningUnspecifiedError(self)
        return params[PARTITION_NAME]

    def add_axis(self, index: int, params: dict[Any, Any]) -> Any:
        """With the name of a new axis: the transformation's ``partition_name``."""
        return self.replace(names=_with_name(self.names, index, self._partition_name(params)))  # type: ignore[call-arg]

    def remove_axis(self, index: int, params: dict[Any, Any]) -> Any:
        """Without the name of an axis."""
        names = list(self.names)
        assert names.pop(index) == self._partition_name(params)
        return self.replace(names=tuple(names))  # type: ignore[call-arg]

    def get_partition_spec(self) -> PartitionSpec:
        """The names as a spec."""
        return PartitionSpec(*self.names)

    def get_sharding(self, mesh: Any) -> NamedSharding:
        """The names as a sharding over a mesh."""
        return NamedSharding(mesh, self.get_partition_spec())

    def to_nnx_metadata(self) -> dict[str, Any]:
        """The fields under the names that NNX's Variables have for them."""
        metadata = dict(vars(self))
        metadata["out_sharding"] = metadata.pop("names")
        return metadata

    @classmethod
    def from_nnx_metadata(cls, metadata: dict[str, Any]) -> Any:
        """A box from the metadata of a Variable."""
        named = {**metadata, "names": metadata["out_sharding"]}
        return cls(**{field.name: named[field.name] for field in dataclasses.fields(cls) if field.name in named})


def with_partitioning(fn: Callable[..., Any], names: Any, mesh: Any = None) -> Callable[..., Any]:
    """An initializer whose values are boxed with the names of their axes."""

    @functools.wraps(fn)
    def wrapper(*args: Any, **kwargs: Any) -> Partitioned:
        return Partitioned(fn(*args, **kwargs), names, mesh=mesh)

    return wrapper


def _spec_of(x: Any) -> PartitionSpec | None:
    if hasattr(x, "get_partition_spec"):
        return x.get_partition_spec()
    return PartitionSpec() if hasattr(x, "shape") else None


def get_partition_spec(tree: Any) -> Any:
    """The spec of every variable: of what has no box, an empty one."""
    return jax.tree_util.tree_map(_spec_of, tree, is_leaf=is_axis_metadata)


def get_sharding(tree: Any, mesh: Any) -> Any:
    """The sharding of every variable over a mesh."""

    def sharding(x: Any) -> Any:
        if hasattr(x, "get_sharding"):
            return x.get_sharding(mesh)
        spec = _spec_of(x)
        return None if spec is None else NamedSharding(mesh, spec)

    return jax.tree_util.tree_map(sharding, tree, is_leaf=is_axis_metadata)
