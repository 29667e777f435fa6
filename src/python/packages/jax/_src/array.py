"""Arrays: concrete ones, and the tracers that stand for arrays inside a transformation."""

from __future__ import annotations

import copyreg
from math import copysign
from typing import Any

from .array_facts import key_class
from .array_members import ArrayMembers
from .binding import JsException, calls, facade, translated

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


class Array(ArrayMembers, metaclass=_ArrayMeta):
    """An array of any number of axes and one element type. Arrays never change; methods give new ones."""

    __slots__ = ()
    __array_priority__ = 100

    def __hash__(self) -> int:
        kind = type(self)
        name = kind.__name__ if self._id < 0 else f"{kind.__module__}.{kind.__name__}"
        raise TypeError(f"unhashable type: '{name}'")

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
        made = wrap_keys if isinstance(self, PRNGKeyArray) else wrap
        return (made(facade.row(self._id, i)) for i in range(self.aval.shape[0]))

    def __reversed__(self) -> Any:
        return iter(list(self)[::-1])

    def __contains__(self, value: Any) -> bool:
        if value is None or isinstance(value, str):
            raise TypeError(f"Array.__contains__: unsupported operand type {type(value)}.")
        if self.aval.ndim != 1:
            raise ValueError(
                f"Array.__contains__: search array must be one-dimensional, got arr.shape={self.aval.shape}."
            )
        return bool((self == value).any())

    def __setitem__(self, index: Any, value: Any) -> None:
        raise TypeError(_NO_ITEM_ASSIGNMENT)

    def __round__(self, ndigits: int | None = None) -> Any:
        return self.round().astype("int32") if ndigits is None else self.round(ndigits)

    def __deepcopy__(self, memo: Any) -> Array:
        return self

    def __copy__(self) -> Array:
        return self

    def __reduce__(self) -> Any:
        return (_unpickled, (self.tolist(), self.aval.dtype.name))

    def __getattr__(self, name: str) -> Any:
        kind = type(self).__name__
        # Name and object let a traceback end with the nearest name that is there.
        if self._id < 0:
            raise AttributeError(f"{kind} has no attribute {name}", name=name, obj=self)
        told = kind if isinstance(self, PRNGKeyArray) else f"{type(self).__module__}.{kind}"
        raise AttributeError(f"'{told}' object has no attribute '{name}'", name=name, obj=self)


class ArrayImpl(Array):
    """An array with values."""

    __slots__ = ()


class PRNGKeyArray(Array):
    """An array of keys of random numbers; arrays turn into it as soon as their type is known."""

    __slots__ = ()

    def __reduce__(self) -> Any:
        from ..random import key_data

        return (_unpickled_keys, (key_data(self).tolist(),))


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
PRNGKeyArray.__module__ = "jax._src.prng"
key_class.append(PRNGKeyArray)
JVPTracer.__module__ = LinearizeTracer.__module__ = "jax._src.interpreters.ad"
BatchTracer.__module__ = "jax._src.interpreters.batching"
DynamicJaxprTracer.__module__ = "jax._src.interpreters.partial_eval"
_TRACERS: dict[str, Any] = {
    "BatchTracer": BatchTracer,
    "DynamicJaxprTracer": DynamicJaxprTracer,
    "JVPTracer": JVPTracer,
    "LinearizeTracer": LinearizeTracer,
}


_new = object.__new__


def wrap(number: int) -> Any:
    """The array with a number of the JavaScript end."""
    if number > 0:
        # What `ArrayImpl(number)` does, without three calls: every result comes through here.
        x = _new(ArrayImpl)
        x._id = number
        x._aval = None
        return x
    return _TRACERS[facade.tracerClass(number)](number)


def wrap_keys(number: int) -> Any:
    """The array of keys with a number."""
    x = wrap(number)
    _ = x.aval
    return x


def wrap_all(text: str) -> list[Any]:
    """Arrays with several numbers."""
    return [wrap(int(number)) for number in text.split()]


def _text(x: Array, mode: str) -> str:
    try:
        return facade.textOf(x._id, mode)
    except JsException as error:
        raise translated(error) from None


def _unpickled(values: Any, name: str) -> Array:
    from .creation import array

    return array(values, name)


def _unpickled_keys(data: list[Any]) -> Array:
    from ..random import wrap_key_data
    from .creation import array

    return wrap_key_data(array(data, "uint32"))


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
        elif -(2**31) <= value < 2**31:
            made = ArrayImpl(facade.weakInt(value))
        else:
            raise OverflowError(f"Python int {value} too large to convert to int32")
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
        found = convert(value)
        # A Param of a number gives the number.
        return found if isinstance(found, Array) else maybe_array(found)
    return None


def as_array(value: Any, name: str, position: int, path: str = "") -> Any:
    """The array that an argument of an array function is or stands for; ``path`` names it in an error."""
    if isinstance(value, Array):
        return value
    try:
        found = maybe_array(value)
    except OverflowError:
        if not path:
            raise
        raise too_large(value, path) from None
    if found is None:
        raise TypeError(f"{name} requires ndarray or scalar arguments, got {type(value)} at position {position}.")
    return found


def too_large(value: Any, path: str) -> OverflowError:
    """JAX's error for a whole number beyond 32 bits among the arguments of a staged function."""
    return OverflowError(
        "An overflow was encountered while parsing an argument to a jitted computation, whose argument path is "
        f"{path}. Got {type(value)} with value {value}"
    )


def call(index: int, *args: Any) -> Any:
    """A function of the table that gives one array."""
    try:
        return wrap(calls[index](*args))
    except JsException as error:
        raise translated(error) from None


copyreg.pickle(Array, Array.__reduce__)
