"""Names for a model's axes, and rules from them to the axes of a mesh."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import jax
from flax import struct
from flax.core import meta
from flax.core.spmd import get_logical_axis_rules, logical_axis_rules, set_logical_axis_rules
from jax.sharding import NamedSharding, PartitionSpec

__all__ = [
    "LogicallyPartitioned",
    "get_logical_axis_rules",
    "logical_axis_rules",
    "logical_to_mesh",
    "logical_to_mesh_axes",
    "logical_to_mesh_sharding",
    "set_logical_axis_rules",
    "with_logical_constraint",
    "with_logical_partitioning",
]


def _rules_or_own(rules: Any) -> Any:
    return get_logical_axis_rules() if rules is None else rules


def _axes_of(assigned: list[Any]) -> set[Any]:
    return {one for axes in assigned for one in (axes if isinstance(axes, tuple) else (axes,)) if one is not None}


def logical_to_mesh_axes(array_dim_names: Any, rules: Any = None) -> PartitionSpec | None:
    """The axes of the mesh for names of an array's axes; None for names without a rule.

    Rules are asked in their order; one whose axis of the mesh is taken already is passed over.
    """
    if array_dim_names is None:
        return None
    names = list(array_dim_names)
    twice = tuple(dict.fromkeys(name for name in names if isinstance(name, str) and names.count(name) > 1))
    if twice:
        raise ValueError(f"Unsupported: Dimensions {twice} occur more than once in array names.")
    found: dict[Any, Any] = {}
    for alias, axes in _rules_or_own(rules):
        if alias in names and alias not in found and not _axes_of([axes]) & _axes_of(list(found.values())):
            found[alias] = axes
    return PartitionSpec(*[found.get(name) if isinstance(name, str) else name for name in names])


def logical_to_mesh(tree: Any, rules: Any = None) -> Any:
    """Specs of names as specs of a mesh's axes."""
    return jax.tree.map(
        lambda spec: logical_to_mesh_axes(spec, rules), tree, is_leaf=lambda x: isinstance(x, PartitionSpec)
    )


def logical_to_mesh_sharding(tree: Any, mesh: Any, rules: Any = None) -> Any:
    """Specs of names as shardings over a mesh."""
    return jax.tree.map(
        lambda spec: NamedSharding(mesh, spec),
        logical_to_mesh(tree, rules),
        is_leaf=lambda x: isinstance(x, PartitionSpec),
    )


def with_logical_constraint(
    x: Any, logical_axis_resources: Any, rules: Any = None, mesh: Any = None, fallback: Any = None
) -> Any:
    """Arrays laid as names and rules say, where there is a mesh; else as they are."""
    if not _rules_or_own(rules) or (mesh is None and not meta.global_mesh_defined()):
        return x

    def laid(leaf: Any) -> Any:
        spec = logical_to_mesh_axes(logical_axis_resources, rules)
        assert spec is not None
        return jax.lax.with_sharding_constraint(leaf, spec if mesh is None else NamedSharding(mesh, spec))

    return jax.tree.map(laid, x)


class LogicallyPartitioned(meta.Partitioned):
    """A box whose names go through rules before they mean axes of a mesh."""

    rules: Any = struct.field(default=None, pytree_node=False)

    def unbox(self, apply_constraint: bool = True) -> Any:
        """The value, laid as names and rules say where there is a mesh."""
        if not apply_constraint or not (self.mesh is not None or meta.global_mesh_defined()):
            return self.value
        return with_logical_constraint(self.value, self.get_partition_spec(), rules=self.rules, mesh=self.mesh)

    def to_nnx_metadata(self) -> dict[str, Any]:
        """The fields under the names that NNX's Variables have for them."""
        metadata = dict(vars(self))
        metadata["out_sharding"] = metadata.pop("names")
        metadata["sharding_rules"] = metadata.pop("rules")
        return metadata

    @classmethod
    def from_nnx_metadata(cls, metadata: dict[str, Any]) -> Any:
        """A box from the metadata of a Variable."""
        return super().from_nnx_metadata({**metadata, "rules": metadata["sharding_rules"]})


def with_logical_partitioning(
    fn: Callable[..., Any], names: Any, mesh: Any = None, rules: Any = None
) -> Callable[..., LogicallyPartitioned]:
    """An initializer whose values are boxed with names that go through rules."""

    @functools.wraps(fn)
    def wrapper(*args: Any, **kwargs: Any) -> LogicallyPartitioned:
        return LogicallyPartitioned(fn(*args, **kwargs), names, mesh=mesh, rules=rules)

    return wrapper
