"""The parts of an array on the devices: one part, which is all of it."""

from __future__ import annotations

from typing import Any

from ..transforms.devices import DEVICE


class Shard:
    """What a device holds of an array."""

    replica_id = 0

    def __init__(self, whole: Any) -> None:
        self.data = whole
        self.device = DEVICE
        self.index = (slice(None),) * whole.ndim

    def __repr__(self) -> str:
        return f"Shard(device={self.device!r}, index={self.index}, replica_id=0, data={self.data})"
