"""Devices in a grid, as a NumPy array of objects shows them: `mesh.devices`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from ..array_values import nested


class DeviceGrid:
    """A grid of devices; can be reshaped, indexed and looped over."""

    def __init__(self, flat: list[Any], shape: tuple[int, ...]) -> None:
        self.flat = flat
        self.shape = shape

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """Number of devices."""
        return len(self.flat)

    def reshape(self, *shape: Any) -> DeviceGrid:
        """The same devices in a grid of another shape; one length may be -1."""
        wanted = list(shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape)
        if -1 in wanted:
            known = -math.prod(wanted)
            wanted[wanted.index(-1)] = self.size // known if known else 0
        if math.prod(wanted) != self.size:
            raise ValueError(f"cannot reshape array of size {self.size} into shape {tuple(wanted)}")
        return DeviceGrid(self.flat, tuple(wanted))

    def flatten(self) -> DeviceGrid:
        """The devices in a row."""
        return self.reshape(-1)

    ravel = flatten

    def tolist(self) -> Any:
        """Nested lists of the devices."""
        return nested(self.flat, self.shape)

    def __len__(self) -> int:
        return self.shape[0]

    def __iter__(self) -> Iterator[Any]:
        return (self[i] for i in range(len(self)))

    def __getitem__(self, index: Any) -> Any:
        found = self.tolist()
        for place in index if isinstance(index, tuple) else (index,):
            found = found[place]
        return grid_of(found) if isinstance(found, list) else found

    def __repr__(self) -> str:
        return f"array({self.tolist()!r}, dtype=object)"

    def __str__(self) -> str:
        return repr(self.tolist()).replace(",", "")


def grid_of(devices: Any) -> DeviceGrid:
    """Nested lists of devices, or a grid, as a grid."""
    if isinstance(devices, DeviceGrid):
        return devices
    if hasattr(devices, "tolist"):
        devices = devices.tolist()
    shape: list[int] = []
    level = devices
    while isinstance(level, (list, tuple)):
        shape.append(len(level))
        level = level[0] if level else None
    flat = [devices]
    for _ in shape:
        flat = [one for part in flat for one in part]
    return DeviceGrid(flat, tuple(shape))
