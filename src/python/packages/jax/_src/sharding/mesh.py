"""Meshes of devices. There is one device, so a mesh that can be used has axes of length 1."""

from __future__ import annotations

import enum
import math
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from ..transforms.devices import DEVICE, Device
from .device_grid import DeviceGrid, grid_of


class AxisType(enum.Enum):
    """Who decides how arrays are split along an axis of a mesh."""

    Auto = enum.auto()
    Explicit = enum.auto()
    Manual = enum.auto()

    def __repr__(self) -> str:
        return self.name


class _Axes:
    """Names, lengths and types of a mesh's axes."""

    axis_names: tuple[Any, ...]
    axis_sizes: tuple[int, ...]
    axis_types: tuple[AxisType, ...]

    @property
    def shape(self) -> OrderedDict[Any, int]:
        """Length by name."""
        return OrderedDict(self.shape_tuple)

    @property
    def shape_tuple(self) -> tuple[tuple[Any, int], ...]:
        """Pairs of name and length."""
        return tuple(zip(self.axis_names, self.axis_sizes, strict=True))

    @property
    def size(self) -> int:
        """How many devices it takes."""
        return math.prod(self.axis_sizes)

    @property
    def empty(self) -> bool:
        """Whether there are no axes at all."""
        return not self.axis_names

    @property
    def are_all_axes_auto(self) -> bool:
        """Whether the compiler decides along every axis."""
        return all(kind is AxisType.Auto for kind in self.axis_types)

    @property
    def are_all_axes_explicit(self) -> bool:
        """Whether types decide along every axis."""
        return all(kind is AxisType.Explicit for kind in self.axis_types)

    def _types_text(self) -> str:
        return f"axis_types=({', '.join(map(repr, self.axis_types))}{',' if len(self.axis_types) == 1 else ''})"

    def _sizes_text(self) -> str:
        return ", ".join(f"{name!r}: {size}" for name, size in self.shape_tuple) or "()"

    def _key(self) -> Any:
        return (self.axis_names, self.axis_sizes, self.axis_types)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._key() == other._key()  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash(self._key())


class AbstractMesh(_Axes):
    """A mesh without devices: lengths and names of its axes."""

    def __init__(self, axis_sizes: Sequence[int], axis_names: Sequence[Any], axis_types: Any = None) -> None:
        self.axis_sizes = tuple(axis_sizes)
        self.axis_names = tuple(axis_names)
        self.axis_types = _types(axis_types, len(self.axis_names))
        self._device = ""

    def __repr__(self) -> str:
        return f"AbstractMesh({self._sizes_text()}, {self._types_text()}{self._device})"


class Mesh(_Axes):
    """Devices in a grid whose axes have names."""

    def __init__(self, devices: Any, axis_names: Any, axis_types: Any = None) -> None:
        names = (axis_names,) if isinstance(axis_names, str) else tuple(axis_names)
        self.devices = grid_of(devices)
        if self.devices.ndim != len(names):
            raise ValueError(
                "Mesh requires the ndim of its first argument (`devices`) to equal the length of its second argument "
                f"(`axis_names`), but got devices.ndim == {self.devices.ndim} and len(axis_names) == {len(names)}."
            )
        self.axis_names = names
        self.axis_sizes = self.devices.shape
        self.axis_types = _types(axis_types, len(names))

    @property
    def abstract_mesh(self) -> AbstractMesh:
        """The mesh without its devices."""
        mesh = AbstractMesh(self.axis_sizes, self.axis_names, self.axis_types)
        mesh._device = ", device_kind=cpu, num_cores=None, platform=cpu" if self.axis_names else ""
        return mesh

    @property
    def local_mesh(self) -> Mesh:
        """The part of this process: all of it."""
        return self

    @property
    def local_devices(self) -> list[Device]:
        """The devices of this process."""
        return list(self.devices.flat)

    @property
    def is_multi_process(self) -> bool:
        """Whether it spans processes."""
        return False

    def update(self, *, axis_types: Any = None) -> Mesh:
        """The same devices with other types of axes."""
        return Mesh(self.devices, self.axis_names, axis_types or self.axis_types)

    def __repr__(self) -> str:
        if not self.axis_names:
            return "Mesh(axis_sizes=(), axis_names=())"
        return f"Mesh(axis_sizes={self.axis_sizes}, axis_names={self.axis_names}, {self._types_text()})"

    def __str__(self) -> str:
        return f"Mesh({self._sizes_text()}, {self._types_text()})"

    def __enter__(self) -> Mesh:
        import warnings

        from .context import push

        warnings.warn(
            "`with mesh:` context manager has been deprecated. Please use `with jax.set_mesh(mesh):` instead.",
            DeprecationWarning,
            stacklevel=2,
        )
        push(self)
        return self

    def __exit__(self, *_: Any) -> None:
        from .context import pop

        pop()


Mesh.__module__ = AbstractMesh.__module__ = "jax.sharding"


def _types(given: Any, count: int) -> tuple[AxisType, ...]:
    if given is None:
        return (AxisType.Auto,) * count
    kinds = (given,) * count if isinstance(given, AxisType) else tuple(given)
    if len(kinds) != count:
        raise ValueError(
            f"Number of axis names should match the number of axis_types. Got axis_names of length {count} and "
            f"axis_types of length {len(kinds)}"
        )
    return kinds


def make_mesh(
    axis_shapes: Sequence[int], axis_names: Sequence[Any], axis_types: Any = None, *, devices: Any = None
) -> Mesh:
    """A mesh of the devices that are there; its axes are explicit unless told otherwise."""
    count = math.prod(axis_shapes)
    present = 1 if devices is None else len(devices)
    if count > present:
        raise ValueError(f"Number of devices {present} must be >= the product of mesh_shape {tuple(axis_shapes)}")
    grid = DeviceGrid([DEVICE] * count, tuple(axis_shapes))
    names = tuple(axis_names)
    return Mesh(grid, names, (AxisType.Explicit,) * len(names) if axis_types is None else axis_types)


def create_device_mesh(mesh_shape: Sequence[int], devices: Any = None, **_: Any) -> DeviceGrid:
    """The devices in a grid of this shape."""
    present = [DEVICE] if devices is None else list(devices)
    if math.prod(mesh_shape) != len(present):
        raise ValueError(f"Number of devices {len(present)} must equal the product of mesh_shape {tuple(mesh_shape)}")
    return DeviceGrid(present, tuple(mesh_shape))
