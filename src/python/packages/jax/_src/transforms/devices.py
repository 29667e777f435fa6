"""Devices: there is one, and its arrays are ready as soon as they are made."""

from __future__ import annotations

from typing import Any

from ..array import Array, maybe_array
from ..trees.functions import tree_map


class Device:
    """The one device that programs see."""

    id = 0
    platform = "cpu"
    device_kind = "cpu"
    process_index = 0

    def __repr__(self) -> str:
        return "CpuDevice(id=0)"

    def __str__(self) -> str:
        return "TFRT_CPU_0"


DEVICE = Device()


class SingleDeviceSharding:
    """All of an array is on one device."""

    memory_kind = "device"
    is_fully_addressable = is_fully_replicated = True
    num_devices = 1

    def __init__(self, device: Any = None, *, memory_kind: str | None = None) -> None:
        pass

    @property
    def device_set(self) -> set[Device]:
        """The one device."""
        return {DEVICE}

    def __repr__(self) -> str:
        return "SingleDeviceSharding(device=CpuDevice(id=0), memory_kind=device)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SingleDeviceSharding)

    def __hash__(self) -> int:
        return 0


SHARDING = SingleDeviceSharding()


def devices(backend: Any = None) -> list[Device]:
    """The devices of this process."""
    if backend not in (None, "cpu"):
        raise RuntimeError(
            f"Unknown backend: '{backend}' requested, but no platforms that are instances of {backend} are present. "
            "Platforms present are: cpu"
        )
    return [DEVICE]


def local_devices(process_index: Any = None, backend: Any = None, host_id: Any = None) -> list[Device]:
    """The devices of this process."""
    return [DEVICE]


def device_count(backend: Any = None) -> int:
    """How many devices there are."""
    return 1


def local_device_count(backend: Any = None) -> int:
    """How many devices this process has."""
    return 1


def process_index(backend: Any = None) -> int:
    """The number of this process."""
    return 0


def default_backend() -> str:
    """The platform that programs see."""
    return "cpu"


def block_until_ready(x: Any) -> Any:
    """Waits for a tree of arrays; here they are ready already."""
    return x


def device_put(x: Any, device: Any = None, *, src: Any = None, donate: bool = False, may_alias: Any = None) -> Any:
    """A tree as arrays on the device."""

    if device is not None and not isinstance(device, Device):
        from ..sharding.placing import device_put as put_as_told

        return put_as_told(x, device)

    def put(leaf: Any) -> Any:
        found = maybe_array(leaf)
        if found is None:
            raise TypeError(f"Argument '{leaf}' of type {type(leaf)} is not a valid JAX type")
        return found

    return tree_map(put, x)


def device_get(x: Any) -> Any:
    """A tree with NumPy arrays in place of arrays."""
    import numpy

    return tree_map(lambda leaf: numpy.asarray(leaf) if isinstance(leaf, Array) else leaf, x)
