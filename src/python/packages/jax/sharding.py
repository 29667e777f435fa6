"""``jax.sharding``: meshes and shardings, with the meaning that they have on one device."""

from __future__ import annotations

from typing import Any

from ._src.names import missing_name as _missing_name
from ._src.sharding.context import get_abstract_mesh, get_mesh, set_mesh, use_abstract_mesh
from ._src.sharding.mesh import AbstractMesh, AxisType, Mesh
from ._src.sharding.named import AnySharding as Sharding
from ._src.sharding.named import NamedSharding
from ._src.sharding.placing import reshard
from ._src.sharding.spec import PartitionSpec
from ._src.transforms.devices import SingleDeviceSharding

__all__ = [
    "AbstractMesh",
    "AxisType",
    "Mesh",
    "NamedSharding",
    "PartitionSpec",
    "Sharding",
    "SingleDeviceSharding",
    "get_abstract_mesh",
    "get_mesh",
    "make_single_device_sharding",
    "reshard",
    "set_mesh",
    "use_abstract_mesh",
]


def make_single_device_sharding(device: Any) -> SingleDeviceSharding:
    """All of an array on a device: there is one."""
    return SingleDeviceSharding(device)


def __getattr__(name: str) -> Any:
    return _missing_name("jax.sharding", name, globals())
