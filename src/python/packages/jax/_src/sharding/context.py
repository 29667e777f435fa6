"""The mesh that holds for the code that runs: ``jax.set_mesh``."""

from __future__ import annotations

from typing import Any

from .mesh import AbstractMesh, DeviceGrid, Mesh

_EMPTY = Mesh(DeviceGrid([], ()), ())
_stack: list[Mesh] = [_EMPTY]


def push(mesh: Mesh) -> None:
    """From now on, this mesh holds."""
    _stack.append(mesh)


def pop() -> None:
    """The mesh before it holds again."""
    if len(_stack) > 1:
        _stack.pop()


class set_mesh:
    """Sets the mesh: for a ``with`` block, or from now on."""

    def __init__(self, mesh: Any) -> None:
        if not isinstance(mesh, Mesh):
            raise ValueError(f"Expected mesh of type `jax.sharding.Mesh`. Got {type(mesh)}")
        push(mesh)

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: Any) -> None:
        pop()


def get_mesh() -> Mesh:
    """The mesh that holds, an empty one if none was set."""
    return _stack[-1]


def get_abstract_mesh() -> AbstractMesh:
    """The mesh that holds, without its devices."""
    return get_mesh().abstract_mesh


class use_abstract_mesh:
    """For a ``with`` block, a mesh of which only lengths and names are known."""

    def __init__(self, mesh: AbstractMesh) -> None:
        self._mesh: Any = mesh

    def __enter__(self) -> None:
        push(_with_abstract(self._mesh))

    def __exit__(self, *_: Any) -> None:
        pop()


def _with_abstract(mesh: AbstractMesh) -> Mesh:
    made = object.__new__(Mesh)
    made.devices = DeviceGrid([], mesh.axis_sizes)
    made.axis_names, made.axis_sizes, made.axis_types = mesh.axis_names, mesh.axis_sizes, mesh.axis_types
    return made
