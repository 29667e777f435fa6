"""``NamedSharding``: how an array lies on the devices of a mesh."""

from __future__ import annotations

from typing import Any

from ..transforms.devices import SingleDeviceSharding
from .mesh import Mesh
from .spec import PartitionSpec


class Sharding:
    """How an array lies on devices."""


class _ShardingMeta(type):
    def __instancecheck__(cls, value: Any) -> bool:
        return super().__instancecheck__(value) or (cls is AnySharding and isinstance(value, SingleDeviceSharding))


class AnySharding(Sharding, metaclass=_ShardingMeta):
    """What ``jax.sharding.Sharding`` stands for: either kind."""


class DuplicateSpecError(Exception):
    """A spec that splits two axes of an array along one of the mesh."""


class NamedSharding(AnySharding):
    """An array split along the axes of a mesh as a spec says."""

    def __init__(self, mesh: Any, spec: PartitionSpec, *, memory_kind: str | None = None) -> None:
        if not isinstance(spec, PartitionSpec):
            raise AttributeError(f"'{type(spec).__name__}' object has no attribute 'partitions'")
        names = spec.names()
        for name in names:
            if name not in mesh.axis_names:
                raise ValueError(f"Resource axis: {name} of {spec!r} is not found in mesh: {mesh.axis_names}.")
            if names.count(name) > 1:
                raise DuplicateSpecError(
                    "A single NamedSharding spec specification can map every mesh axis to at most one positional "
                    f"dimension, but {spec!r} has duplicate entries for `{name}`"
                )
        self.mesh = mesh
        self.spec = spec
        self.memory_kind = memory_kind or ("device" if isinstance(mesh, Mesh) else None)

    def __repr__(self) -> str:
        kind = f", memory_kind={self.memory_kind}" if self.memory_kind else ""
        return f"NamedSharding(mesh={self.mesh}, spec={self.spec!r}{kind})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NamedSharding) and (self.mesh, self.spec) == (other.mesh, other.spec)

    def __hash__(self) -> int:
        return hash((self.mesh, self.spec))

    @property
    def device_set(self) -> set[Any]:
        """The devices of the mesh."""
        return set(self.mesh.devices.flat)

    @property
    def num_devices(self) -> int:
        """How many devices the mesh has."""
        return self.mesh.size

    @property
    def is_fully_replicated(self) -> bool:
        """Whether each device has the whole array: so it is with one."""
        return self.mesh.size == 1 or not self.spec.names()

    @property
    def is_fully_addressable(self) -> bool:
        """Whether this process reaches all of it."""
        return True

    def shard_shape(self, global_shape: Any) -> tuple[int, ...]:
        """The shape of one device's part."""
        self.check_rank(len(global_shape))
        return tuple(
            n // _parts(self.mesh, part)
            for n, part in zip(global_shape, self.spec.padded(len(global_shape)), strict=True)
        )

    def devices_indices_map(self, global_shape: Any) -> dict[Any, tuple[slice, ...]]:
        """Which part of an array is on which device: all of it on the one."""
        self.check_rank(len(global_shape))
        return {device: (slice(None),) * len(global_shape) for device in self.mesh.devices.flat}

    addressable_devices_indices_map = devices_indices_map

    def is_equivalent_to(self, other: Any, ndim: int) -> bool:
        """Whether both lay an array of so many axes the same way."""
        if isinstance(other, NamedSharding) and self.mesh.size > 1:
            return (self.mesh, self.spec.padded(ndim)) == (other.mesh, other.spec.padded(ndim))
        return True

    def update(self, **kwargs: Any) -> NamedSharding:
        """The same with another mesh, spec or kind of memory."""
        known = {"mesh": self.mesh, "spec": self.spec, "memory_kind": self.memory_kind, **kwargs}
        return NamedSharding(known["mesh"], known["spec"], memory_kind=known["memory_kind"])

    def with_memory_kind(self, kind: str) -> NamedSharding:
        """The same in another kind of memory; there is one kind here."""
        return self.update(memory_kind=kind)

    def check_rank(self, rank: int) -> None:
        """ValueError if the spec speaks of more axes than the array has."""
        if len(self.spec) > rank:
            raise ValueError(
                f"Sharding {self!r} is only valid for values of rank at least {len(self.spec)}, but was applied to a "
                f"value of rank {rank}."
            )


NamedSharding.__module__ = "jax.sharding"


def _parts(mesh: Any, part: Any) -> int:
    count = 1
    for name in part if isinstance(part, tuple) else (part,):
        count *= mesh.shape.get(name, 1)
    return count
