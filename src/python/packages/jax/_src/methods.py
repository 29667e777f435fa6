"""Methods of arrays that are functions of ``jax.numpy``; imported for its effect."""

from __future__ import annotations

import inspect
from typing import Any

from . import indexing, operators  # noqa: F401
from .array import Array, Tracer
from .creation import converted, shape_argument
from .dtypes import KEY, requested
from .functions import FUNCTIONS

_NUMPY = FUNCTIONS["jax.numpy"]
_METHODS = (
    "all any argmax argmin argpartition argsort clip conj conjugate copy cumprod cumsum diagonal dot imag max mean "
    "min nonzero prod ptp ravel real repeat round searchsorted sort squeeze std sum swapaxes take trace var choose"
).split()


def _method(name: str) -> Any:
    function = _NUMPY[name]

    def method(self: Array, *args: Any, **kwargs: Any) -> Any:
        return function(self, *args, **kwargs)

    method.__name__ = method.__qualname__ = name
    method.__doc__ = function.__doc__
    method.__annotations__ = dict(function.__annotations__)
    signature = inspect.signature(function)
    first, *rest = signature.parameters.values()
    kind = inspect.Parameter.POSITIONAL_ONLY
    signature_self = first.replace(name="self", default=inspect.Parameter.empty, kind=kind)
    method.__signature__ = signature.replace(parameters=[signature_self, *rest])  # type: ignore[attr-defined]
    return method


for _name in _METHODS:
    if _name in _NUMPY and _name not in ("real", "imag"):
        setattr(Array, _name, _method(_name))


def _shape_arguments(args: tuple[Any, ...]) -> Any:
    return args[0] if len(args) == 1 and isinstance(args[0], (tuple, list)) else args


def reshape(self: Array, *args: Any, order: str = "C", out_sharding: Any = None) -> Array:
    """The same elements in another shape; one length may be -1."""
    # A single length stays one: the text of an error shows it so.
    shape = args[0] if len(args) == 1 else _shape_arguments(args)
    if any(isinstance(n, Tracer) for n in (shape if isinstance(shape, (tuple, list)) else (shape,))):
        shape_argument(shape)
    return _NUMPY["reshape"](self, shape, order)


def transpose(self: Array, *args: Any) -> Array:
    """Axes in another order, reversed unless given."""
    return _NUMPY["transpose"](self, _shape_arguments(args) if args and args[0] is not None else None)


def flatten(self: Array, order: str = "C", *, out_sharding: Any = None) -> Array:
    """All elements in one axis."""
    return _NUMPY["ravel"](self, order)


def astype(self: Array, dtype: Any, copy: bool = False, device: Any = None) -> Array:
    """The array in another dtype."""
    if self.dtype is KEY and dtype is KEY:
        return self
    return converted(self, requested(dtype, "astype"))


def _matrix_transposed(self: Array) -> Array:
    if self.ndim < 2:
        raise ValueError(f"x.mT requires ndim to be at least 2; got x.ndim={self.ndim}")
    return _NUMPY["swapaxes"](self, -1, -2)


def _real(self: Array) -> Array:
    return self


def _imag(self: Array) -> Array:
    return _NUMPY["zeros_like"](self)


def conj(self: Array) -> Array:
    """The array itself: there are no complex numbers here."""
    return self


def block_until_ready(self: Array) -> Array:
    """The array itself: reading it waits by itself."""
    return self


def to_device(self: Array, device: Any, *, stream: Any = None) -> Array:
    """The array itself: there is one device."""
    return self


def devices(self: Array) -> Any:
    """The set of the one device."""
    return _device_set()


def is_deleted(self: Array) -> bool:
    """False: an array lives as long as something refers to it."""
    return False


def copy(self: Array) -> Array:
    """The same values as a new array."""
    from .creation import array

    return array(self)


def tobytes(self: Array, order: str = "C") -> bytes:
    """The values as bytes, in row-major order."""
    from array import array as buffer

    code = {"float32": "f", "int32": "i", "uint32": "I", "bool": "B"}[self.dtype.name]
    return buffer(code, list(_flat(self))).tobytes()


def _flat(self: Array) -> Any:
    return self.reshape(-1).tolist()


def compress(
    self: Array, condition: Any, axis: Any = None, *, out: Any = None, size: int | None = None, fill_value: Any = 0
) -> Array:
    """The slices along an axis for which a condition holds."""
    return _NUMPY["compress"](condition, self, axis, size=size, fill_value=fill_value, out=out)


def _shards(self: Array) -> Any:
    """The parts on the devices: one."""
    from .sharding.shards import Shard

    return [Shard(self)]


Array.reshape = reshape
Array.compress = compress
Array.transpose = transpose
Array.flatten = flatten
Array.astype = astype
Array.copy = copy
Array.tobytes = tobytes
Array.T = property(_NUMPY["transpose"], doc="Axes in reverse order.")
Array.mT = property(_matrix_transposed, doc="The last two axes exchanged.")
Array.real = property(_real, doc="The array itself: there are no complex numbers here.")
Array.imag = property(_imag, doc="Zeros: there are no complex numbers here.")
Array.conj = Array.conjugate = conj
Array.block_until_ready = block_until_ready
Array.to_device = to_device
Array.devices = devices
Array.is_deleted = is_deleted
Array.is_fully_addressable = True
Array.is_fully_replicated = True
Array.device = property(lambda self: "cpu:0", doc="Where the array is.")
Array.sharding = property(lambda self: _sharding(), doc="How the array is spread over devices.")
Array.committed = False
Array.addressable_shards = Array.global_shards = property(_shards)


def _device_set() -> Any:
    from .transforms.devices import DEVICE

    return {DEVICE}


def _sharding() -> Any:
    from .transforms.devices import SHARDING

    return SHARDING
