"""Laying arrays on the one device: what is asked for is kept with the array, its numbers stay where they are."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from ..array import Array, ArrayImpl, maybe_array
from ..transforms.devices import Device, SingleDeviceSharding
from ..trees.functions import tree_map
from .context import get_mesh
from .named import NamedSharding
from .spec import PartitionSpec

_HOW = (
    "You can define a context mesh via `jax.set_mesh(mesh)`. Alternatively, provide `Sharding`s to {} and then the "
    "mesh context manager is not required."
)


class PlacedArray(ArrayImpl):
    """An array that knows how it was laid on devices."""

    __slots__ = ("_plain", "_sharding")

    def __init__(self, plain: Array, sharding: Any) -> None:
        super().__init__(plain._id)
        # Both have one number, which goes back with the other.
        self._plain = plain
        self._sharding = sharding

    def __del__(self) -> None:
        pass

    @property
    def sharding(self) -> Any:
        """How the array is spread over devices."""
        return self._sharding

    committed = True


PlacedArray.__name__ = PlacedArray.__qualname__ = "ArrayImpl"
PlacedArray.__module__ = ArrayImpl.__module__


def _is_sharding(value: Any) -> bool:
    return value is None or isinstance(value, (NamedSharding, SingleDeviceSharding, PartitionSpec, Device))


def _spread(shardings: Any, tree: Any) -> Any:
    """A sharding for every leaf, from one for all or from a tree that matches the front of the other."""
    if _is_sharding(shardings):
        return tree_map(lambda _: _Box(shardings), tree)
    return tree_map(
        lambda sharding, part: tree_map(lambda _: _Box(sharding), part), shardings, tree, is_leaf=_is_sharding
    )


class _Box:
    """Keeps a None a leaf."""

    def __init__(self, sharding: Any) -> None:
        self.sharding = sharding


def placed(x: Any, sharding: Any) -> Any:
    """The array laid as `sharding` says; a traced array as it is."""
    if sharding is None or isinstance(sharding, Device):
        return x
    if isinstance(sharding, NamedSharding):
        sharding.check_rank(x.ndim)
        if sharding.mesh.size > 1:
            raise ValueError(f"{sharding!r} needs {sharding.mesh.size} devices, but there is one here.")
    if x._id < 0:
        return x
    if isinstance(sharding, SingleDeviceSharding):
        return x.copy() if isinstance(x, PlacedArray) else x
    return PlacedArray(x.copy(), sharding)


def map_placed(tree: Any, shardings: Any, place: Callable[[Any, Any], Any] = placed) -> Any:
    """A tree of arrays, each laid as its sharding says."""
    return tree_map(lambda x, box: place(x, box.sharding), tree, _spread(shardings, tree))


def with_mesh(sharding: Any, complaint: str) -> Any:
    """A spec together with the mesh that holds; RuntimeError or ValueError with the complaint if none does."""
    if not isinstance(sharding, PartitionSpec):
        return sharding
    mesh = get_mesh()
    if mesh.empty:
        kind = ValueError if complaint.startswith("Please") else RuntimeError
        raise kind(complaint)
    return NamedSharding(mesh, sharding)


def device_put(tree: Any, device: Any) -> Any:
    """``jax.device_put`` where a sharding or spec is given."""
    complaint = "Please set a mesh via `jax.set_mesh` if a PartitionSpec is passed to device_put"

    def put(x: Any, sharding: Any) -> Any:
        found = maybe_array(x)
        if found is None:
            raise TypeError(f"Argument '{x}' of type {type(x)} is not a valid JAX type")
        return placed(found, _fitting(found, with_mesh(sharding, complaint), "device_put args"))

    return map_placed(tree, device, put)


def _fitting(x: Array, sharding: Any, what: str) -> Any:
    """The sharding, if the array has as many axes as it speaks of; else ValueError."""
    if isinstance(sharding, NamedSharding):
        try:
            sharding.check_rank(x.ndim)
        except ValueError as error:
            text = f"One of {what} is incompatible with its sharding annotation {sharding!r}: {error}"
            raise ValueError(text) from None
    return sharding


def with_sharding_constraint(x: Any, shardings: Any) -> Any:
    """The arrays, laid as told: specs mean the mesh that ``jax.set_mesh`` set."""
    complaint = (
        "with_sharding_constraint requires a non-empty mesh in context if you are passing `PartitionSpec`s to "
        f"shardings. {_HOW.format('shardings')}"
    )

    def constrain(leaf: Any, sharding: Any) -> Any:
        found = maybe_array(leaf)
        named = with_mesh(sharding, complaint)
        if not isinstance(named, NamedSharding):
            return found
        _fitting(found, named, "with_sharding_constraint arguments")
        if named.mesh.are_all_axes_explicit:
            _assert_laid(found, named)
            return found
        return placed(found, named)

    return map_placed(x, shardings, constrain)


def _assert_laid(x: Array, wanted: NamedSharding) -> None:
    spec = spec_of(x)
    if x._id > 0 and spec != wanted.spec.padded(x.ndim):
        raise AssertionError(
            "`with_sharding_constraint` acts as an assert when all axes of mesh are of type `Explicit`. The array "
            f"sharding: {spec!r} did not match the sharding provided: {wanted.spec.padded(x.ndim)!r}. Please use "
            "`jax.sharding.reshard` to shard your input to the sharding you want."
        )


def spec_of(x: Any) -> PartitionSpec:
    """How an array is split, with an entry for each axis."""
    sharding = x.sharding
    spec = sharding.spec if isinstance(sharding, NamedSharding) else PartitionSpec()
    return spec.padded(x.ndim)


def reshard(xs: Any, out_shardings: Any) -> Any:
    """The arrays, laid anew."""
    complaint = f"reshard requires a non-empty mesh in context if you are passing `PartitionSpec`s. {_HOW.format('it')}"
    return map_placed(xs, out_shardings, lambda leaf, one: placed(maybe_array(leaf), with_mesh(one, complaint)))


def placing_results(jitted: Callable[..., Any], out_shardings: Any) -> Callable[..., Any]:
    """What ``jax.jit`` gives where it is told how results are to lie."""
    complaint = (
        "jit requires a non-empty mesh in context if you are passing `PartitionSpec`s to out_shardings. "
        f"{_HOW.format('out_shardings')}"
    )

    @functools.wraps(jitted)
    def call(*args: Any, **kwargs: Any) -> Any:
        wanted = tree_map(lambda one: with_mesh(one, complaint), out_shardings, is_leaf=_is_sharding)
        return map_placed(jitted(*args, **kwargs), wanted)

    call.lower = getattr(jitted, "lower", None)  # type: ignore[attr-defined]
    return call
