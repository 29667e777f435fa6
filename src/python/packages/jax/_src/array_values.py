"""From arrays to Python's numbers, texts and lists; what a traced value says where it has no number yet."""

from __future__ import annotations

from typing import Any

from .array_facts import ArrayFacts
from .binding import facade
from .dtypes import KEY
from .errors import (
    ConcretizationTypeError,
    TracerArrayConversionError,
    TracerBoolConversionError,
    TracerIntegerConversionError,
)
from .origin import describe_origin

_WANTED = {
    "complex": "a string or a number",
    "float": "a string or a real number",
    "int": "a string, a bytes-like object or a real number",
}


class ArrayValues(ArrayFacts):
    """The conversions of an array to Python values."""

    __slots__ = ()

    def __bool__(self) -> bool:
        if self.aval.size > 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        if self.aval.size == 0:
            raise ValueError(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array "
                "is not empty."
            )
        if not facade.isConcrete(self._id):
            raise TracerBoolConversionError(self)
        return bool(facade.item(self._id))

    def _scalar(self, kind: str) -> Any:
        if self.aval.ndim > 0:
            raise TypeError(f"Only scalar arrays can be converted to Python scalars; got arr.ndim={self.aval.ndim}")
        if self.aval.dtype is KEY:
            raise TypeError(f"{kind}() argument must be {_WANTED[kind]}, not 'PRNGKeyArray'")
        if self._id < 0:
            raise ConcretizationTypeError(
                self,
                f"The problem arose with the `{kind}` function. If trying to convert the data type of a value, "
                f"try using `x.astype({kind})` or `jnp.array(x, {kind})` instead.",
            )
        return facade.item(self._id)

    def __float__(self) -> float:
        return float(self._scalar("float"))

    def __complex__(self) -> complex:
        return complex(self._scalar("complex"))

    def __int__(self) -> int:
        if self._id < 0 and self.aval.ndim == 0 and facade.isConcrete(self._id):
            return int(facade.item(self._id))
        return int(self._scalar("int"))

    def __index__(self) -> int:
        if self.aval.ndim > 0 or self.aval.dtype.kind not in "iu":
            raise TypeError("Only integer scalar arrays can be converted to a scalar index.")
        if not facade.isConcrete(self._id):
            raise TracerIntegerConversionError(self)
        return int(facade.item(self._id))

    def __format__(self, spec: str) -> str:
        if self._id < 0:
            if spec:
                raise TypeError(f"unsupported format string passed to {type(self).__name__}.__format__")
            return str(self)
        if self.aval.ndim == 0 and self.aval.dtype.name != "key<fry>":
            return format(self.item(), spec)
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    def item(self, *args: int) -> Any:
        """The only value, or the one at an index, as a Python number."""
        if args:
            whole: Any = self if len(args) > 1 else self.ravel()  # type: ignore[attr-defined]
            for axis, (place, n) in enumerate(zip(args, whole.shape, strict=False)):
                if not -n <= place < n:
                    where = f"axis {axis} with " if len(args) > 1 else ""
                    raise IndexError(f"index {place} is out of bounds for {where}size {n}")
            return whole[args].item()
        if self.aval.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        if not facade.isConcrete(self._id):
            raise ConcretizationTypeError(self, "This occurred in the item() method of jax.Array")
        return _python_number(facade.item(self._id), self.aval.dtype.kind)

    def tolist(self) -> Any:
        """Nested lists of Python numbers; of a 0-d array, the number."""
        if self._id < 0:
            raise ConcretizationTypeError(
                self,
                f"The tolist() method was called on traced array with shape {self.aval.str_short()}."
                + describe_origin(self),
            )
        kind = self.aval.dtype.kind
        flat = [_python_number(v, kind) for v in facade.valuesOf(self._id).to_py().tolist()]
        return nested(flat, self.aval.shape)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        if self._id < 0:
            raise TracerArrayConversionError(self)
        import numpy

        return numpy.asarray(self, dtype)


def _python_number(value: Any, kind: str) -> Any:
    if kind in "iu":
        return int(value)
    return bool(value) if kind == "b" else float(value)


def nested(flat: list[Any], shape: tuple[int, ...]) -> Any:
    """A flat list of values as nested lists."""
    if not shape:
        return flat[0]
    for n in shape[:0:-1]:
        flat = [flat[i : i + n] for i in range(0, len(flat), n)] if n else [[]] * (len(flat) or shape[0])
    return flat
