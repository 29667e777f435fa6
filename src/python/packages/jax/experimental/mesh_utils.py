"""Grids of devices for meshes."""

from .._src.sharding.mesh import create_device_mesh

__all__ = ["create_device_mesh"]
