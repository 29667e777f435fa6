"""Arrays: concrete ones, and the tracers that stand for arrays inside a transformation."""

from __future__ import annotations

import copyreg
from math import copysign
from typing import Any

from .aval import ShapedArray, aval_from
from .binding import JsException, calls, facade, translated
from .errors import (
    ConcretizationTypeError,
    TracerArrayConversionError,
    TracerBoolConversionError,
    TracerIntegerConversionError,
)

_NO_ITEM_ASSIGNMENT = (
    "JAX arrays are immutable and do not support in-place item assignment. Instead of x[idx] = y, use "
    "x = x.at[idx].set(y) or another .at[] method: "
    "https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html"
)


class _ArrayMeta(type):
    """Arrays are made by functions, never by calling the class."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls is Array:
            raise TypeError("jax.Array cannot be called. Use jnp.array to make an array.")
        return super().__call__(*args, **kwargs)


class Array(metaclass=_ArrayMeta):
    """An array of any number of axes and one element type. Arrays never change; methods give new ones."""

    __slots__ = ("__weakref__", "_aval", "_id")
    __array_priority__ = 100
    __hash__: Any = None

    def __init__(self, number: int) -> None:
        self._id = number
        self._aval: ShapedArray | None = None

    def __del__(self) -> None:
        facade.release(self._id)

    @property
    def aval(self) -> ShapedArray:
        """Shape, dtype and weak flag together."""
        aval = self._aval
        if aval is None:
            aval = self._aval = aval_from(facade.avalOf(self._id))
        return aval

    @property
    def shape(self) -> tuple[int, ...]:
        """Length of each axis."""
        return self.aval.shape

    @property
    def dtype(self) -> Any:
        """Element type."""
        return self.aval.dtype

    @property
    def weak_type(self) -> bool:
        """Whether the array takes the other operand's type, as a Python number does."""
        return self.aval.weak_type

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return self.aval.ndim

    @property
    def size(self) -> int:
        """Number of elements."""
        return self.aval.size

    @property
    def itemsize(self) -> int:
        """Bytes of one element."""
        return self.aval.dtype.itemsize

    @property
    def nbytes(self) -> int:
        """Bytes of all elements."""
        return self.aval.size * self.aval.dtype.itemsize

    def __jax_array__(self) -> Array:
        return self

    def __repr__(self) -> str:
        return _text(self, "repr")

    def __str__(self) -> str:
        return _text(self, "str")

    def __len__(self) -> int:
        shape = self.aval.shape
        if not shape:
            raise TypeError("len() of unsized object")
        return shape[0]

    def __iter__(self) -> Any:
        if not self.aval.shape:
            raise TypeError("iteration over a 0-d array")
        return (wrap(facade.row(self._id, i)) for i in range(self.aval.shape[0]))

    def __reversed__(self) -> Any:
        return iter(list(self)[::-1])

    def __contains__(self, value: Any) -> bool:
        if self.aval.ndim != 1:
            raise ValueError(
                f"Array.__contains__: search array must be one-dimensional, got arr.shape={self.aval.shape}."
            )
        return bool((self == value).any())

    def __setitem__(self, index: Any, value: Any) -> None:
        raise TypeError(_NO_ITEM_ASSIGNMENT)

    def __bool__(self) -> bool:
        if self.aval.size > 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        if self.aval.size == 0:
            raise ValueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
        if not facade.isConcrete(self._id):
            raise TracerBoolConversionError(self)
        return bool(facade.item(self._id))

    def _scalar(self, kind: str) -> Any:
        if self.aval.ndim > 0:
            raise TypeError(f"Only scalar arrays can be converted to Python scalars; got arr.ndim={self.aval.ndim}")
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

    def __round__(self, ndigits: int = 0) -> Any:
        return self.round(ndigits)

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
            return (self[args] if len(args) > 1 or self.aval.ndim == 1 else self.ravel()[args[0]]).item()
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
                + origin_of(self),
            )
        kind = self.aval.dtype.kind
        flat = [_python_number(v, kind) for v in facade.valuesOf(self._id).to_py().tolist()]
        return nested(flat, self.aval.shape)

    def __deepcopy__(self, memo: Any) -> Array:
        return self

    def __copy__(self) -> Array:
        return self

    def __reduce__(self) -> Any:
        return (_unpickled, (self.tolist(), self.aval.dtype.name))

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        if self._id < 0:
            raise TracerArrayConversionError(self)
        import numpy

        return numpy.asarray(self, dtype)

    def __getattr__(self, name: str) -> Any:
        kind = type(self).__name__
        if self._id < 0:
            raise AttributeError(f"{kind} has no attribute {name}")
        raise AttributeError(f"'{type(self).__module__}.{kind}' object has no attribute '{name}'")


class ArrayImpl(Array):
    """An array with values."""

    __slots__ = ()


class Tracer(Array):
    """A value that stands for an array inside a transformation."""

    __slots__ = ()


class JVPTracer(Tracer):
    """A value with its tangent."""

    __slots__ = ()


class LinearizeTracer(Tracer):
    """A value whose derivative is being written down."""

    __slots__ = ()


class BatchTracer(Tracer):
    """One example of a batch."""

    __slots__ = ()


class DynamicJaxprTracer(Tracer):
    """A value without numbers, while a function is staged."""

    __slots__ = ()


ArrayImpl.__module__ = "jaxlib._jax"
JVPTracer.__module__ = LinearizeTracer.__module__ = "jax._src.interpreters.ad"
BatchTracer.__module__ = "jax._src.interpreters.batching"
DynamicJaxprTracer.__module__ = "jax._src.interpreters.partial_eval"
_TRACERS: dict[str, Any] = {
    "BatchTracer": BatchTracer,
    "DynamicJaxprTracer": DynamicJaxprTracer,
    "JVPTracer": JVPTracer,
    "LinearizeTracer": LinearizeTracer,
}


def wrap(number: int) -> Any:
    """The array with a number of the JavaScript end."""
    if number > 0:
        return ArrayImpl(number)
    return _TRACERS[facade.tracerClass(number)](number)


def wrap_all(text: str) -> list[Any]:
    """Arrays with several numbers."""
    return [wrap(int(number)) for number in text.split()]


def origin_of(tracer: Array) -> str:
    """Which arguments a traced value depends on."""
    from .origin import describe_origin

    return describe_origin(tracer)


def _text(x: Array, mode: str) -> str:
    try:
        return facade.textOf(x._id, mode)
    except JsException as error:
        raise translated(error) from None


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


def _unpickled(values: Any, name: str) -> Array:
    from .creation import array

    return array(values, name)


_scalars: dict[tuple[type, Any], Array] = {}


def scalar(value: Any) -> Array:
    """A Python number as a weak array, a bool as a bool array."""
    kind = type(value)
    key = (kind, value)
    found = _scalars.get(key)
    if found is not None and (value or kind is not float or copysign(1.0, value) > 0):
        return found
    try:
        if kind is float:
            made = ArrayImpl(facade.weakFloat(value))
        elif kind is bool:
            made = ArrayImpl(facade.boolean(value))
        else:
            made = ArrayImpl(facade.weakInt(value))
    except JsException as error:
        raise translated(error) from None
    if len(_scalars) > 512:
        _scalars.clear()
    if value or kind is not float or copysign(1.0, value) > 0:
        _scalars[key] = made
    return made


def maybe_array(value: Any) -> Any:
    """The array that a value is or stands for; None if it is none."""
    if isinstance(value, Array):
        return value
    kind = type(value)
    if kind is float or kind is int or kind is bool:
        return scalar(value)
    convert = getattr(kind, "__jax_array__", None)
    if convert is not None:
        return convert(value)
    return None


def as_array(value: Any, name: str, position: int) -> Any:
    """The array that an argument of an array function is or stands for."""
    if isinstance(value, Array):
        return value
    found = maybe_array(value)
    if found is None:
        raise TypeError(
            f"{name} requires ndarray or scalar arguments, got {type(value)} at position {position}."
        )
    return found


def call(index: int, *args: Any) -> Any:
    """A function of the table that gives one array."""
    try:
        return wrap(calls[index](*args))
    except JsException as error:
        raise translated(error) from None


copyreg.pickle(Array, Array.__reduce__)
