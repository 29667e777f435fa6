"""Arrays that can change."""

from __future__ import annotations

import types
from typing import Any

import jax.numpy as jnp
from jax._src.array import Array
from jax._src.dtypes import canonical, dtype

_WIDE = {"float32": "float64", "int32": "int64", "uint32": "uint64"}


class ndarray:
    """An array that can change in place; its values are an array of the page in 32 bits."""

    __array_priority__ = 10
    __hash__: Any = None

    def __init__(self, values: Array, kind: Any, writable: bool = True) -> None:
        self._values = values
        self.dtype = kind
        self._writable = writable

    # For annotations such as NDArray[np.float32].
    __class_getitem__ = classmethod(types.GenericAlias)

    def __jax_array__(self) -> Array:
        return self._values

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> ndarray:
        return self if dtype is None else self.astype(dtype)

    @property
    def shape(self) -> tuple[int, ...]:
        """Length of each axis."""
        return self._values.shape

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return self._values.ndim

    @property
    def size(self) -> int:
        """Number of elements."""
        return self._values.size

    @property
    def nbytes(self) -> int:
        """Bytes of all elements, by the dtype's name."""
        return self.size * self.dtype.itemsize

    @property
    def T(self) -> ndarray:  # noqa: N802
        """Axes in reverse order."""
        return ndarray(self._values.T, self.dtype)

    def __repr__(self) -> str:
        if self.size == 0:
            shape = "" if self.shape == (0,) else f"shape={self.shape}, "
            return f"array([], {shape}dtype={self.dtype.name})"
        text = repr(self._values)
        body = text[text.index("(") + 1 : text.rindex(", dtype=")]
        lines = body.split("\n")
        shown = "\n".join([lines[0], *(line for line in lines[1:])])
        name = self.dtype.name
        return f"array({shown})" if name in ("float64", "int64", "bool") else f"array({shown}, dtype={name})"

    def __str__(self) -> str:
        return str(self._values)

    def __format__(self, spec: str) -> str:
        return format(self.item(), spec) if self.ndim == 0 else format(str(self), spec)

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Any:
        return (wrapped(row, self.dtype) for row in self._values)

    def __bool__(self) -> bool:
        return bool(self._values)

    def __float__(self) -> float:
        return float(self._values)

    def __int__(self) -> int:
        return int(self._values)

    def __index__(self) -> int:
        return self._values.__index__()

    def __getitem__(self, index: Any) -> Any:
        return wrapped(self._values[_place(index, self.shape)], self.dtype)

    def __setitem__(self, index: Any, value: Any) -> None:
        if not self._writable:
            raise ValueError("assignment destination is read-only")
        self._values = self._values.at[_place(index, self.shape)].set(jnp.asarray(_plain(value)))

    def astype(self, kind: Any, copy: bool = True) -> ndarray:
        """The array in another dtype."""
        return ndarray(self._values.astype(canonical(kind)), dtype(kind))

    def item(self, *args: int) -> Any:
        """A value as a Python number."""
        return self._values.item(*args)

    def tolist(self) -> Any:
        """Nested lists of Python numbers."""
        return self._values.tolist()

    def copy(self) -> ndarray:
        """The same values as another array."""
        return ndarray(self._values, self.dtype)

    def fill(self, value: Any) -> None:
        """Sets all elements."""
        if not self._writable:
            raise ValueError("assignment destination is read-only")
        self._values = jnp.full(self.shape, value, dtype=self._values.dtype)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        method = getattr(self._values, name, None)
        if not callable(method):
            raise AttributeError(f"'numpy.ndarray' object has no attribute '{name}' on this page")

        def call(*args: Any, **kwargs: Any) -> Any:
            return result(method(*[_plain(one) for one in args], **kwargs), [self])

        return call


def _plain(value: Any) -> Any:
    """Our own arrays inside an index or an argument as the page's."""
    if isinstance(value, ndarray):
        return value._values
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    return value


def _place(index: Any, shape: tuple[int, ...]) -> Any:
    """An index for the page's arrays, which know no lists; IndexError for what is out of bounds."""
    items = index if isinstance(index, tuple) else (index,)
    places = [jnp.asarray(one) if isinstance(one, list) and one else _plain(one) for one in items]
    taken = sum(1 for one in places if one is not None and one is not Ellipsis)
    axis = 0
    for one in places:
        if one is None:
            continue
        if one is Ellipsis:
            axis = len(shape) - (taken - axis)
            continue
        if axis < len(shape):
            _check_bounds(one, shape[axis], axis)
        axis += one.ndim if isinstance(one, Array) and one.dtype.kind == "b" else 1
    return tuple(places) if isinstance(index, tuple) else places[0]


def _check_bounds(one: Any, size: int, axis: int) -> None:
    if isinstance(one, (slice, bool, list)) or not hasattr(one, "__index__"):
        return
    if isinstance(one, Array):
        if one.dtype.kind not in "iu" or one._id < 0:
            return
        outside = one[(one < -size) | (one >= size)]
        if outside.size == 0:
            return
        one = outside.ravel()[0]
    number = int(one)
    if not -size <= number < size:
        raise IndexError(f"index {number} is out of bounds for axis {axis} with size {size}")


def _is_wide(value: Any) -> bool:
    """Whether a value counts as one of NumPy's 64-bit types."""
    kind = getattr(value, "dtype", None)
    return kind is not None and getattr(kind, "name", "") in ("float64", "int64", "uint64")


def wrapped(values: Array, kind: Any) -> Any:
    """An array, or NumPy's scalar for one without axes."""
    if values.ndim == 0:
        from ._scalars import scalar_of

        return scalar_of(kind.name, number_of(values, kind))
    return ndarray(values, kind)


def number_of(values: Array, kind: Any) -> Any:
    """A Python number; a float64 has the digits that float32 knows, not its neighbour's among the doubles."""
    return float(str(values)) if kind.name == "float64" else values.item()


def result(value: Any, operands: list[Any]) -> Any:
    """The page's result of an operation as NumPy's: 64 bits if an operand was of 64 bits."""
    if isinstance(value, (tuple, list)):
        return type(value)(result(one, operands) for one in value)
    if not isinstance(value, Array):
        return value
    name = value.dtype.name
    strong = [x for x in operands if hasattr(x, "dtype")]
    wide = any(_is_wide(x) for x in strong) or not strong
    return wrapped(value, dtype(_WIDE.get(name, name) if wide else name))


def check_broadcast(a: Any, b: Any, name: str = "") -> None:
    """NumPy's error for shapes that do not fit."""
    one, other = (getattr(x, "shape", ()) for x in (a, b))
    if "matmul" in name:
        return
    if any(n != m and 1 not in (n, m) for n, m in zip(one[::-1], other[::-1], strict=False)):
        texts = [str(shape).replace(" ", "") for shape in (one, other)]
        raise ValueError(f"operands could not be broadcast together with shapes {texts[0]} {texts[1]} ")


def _operator(name: str) -> None:
    def forward(self: ndarray, other: Any) -> Any:
        if isinstance(other, Array):
            return NotImplemented
        operand = _operand(other)
        check_broadcast(self._values, operand, name)
        done = getattr(self._values, f"__{name}__")(operand)
        return done if done is NotImplemented else result(done, [self, other])

    setattr(ndarray, f"__{name}__", forward)


def _operand(value: Any) -> Any:
    return jnp.asarray(value) if isinstance(value, (list, tuple)) else _plain(value)


def _in_place(name: str) -> None:
    def change(self: ndarray, other: Any) -> ndarray:
        if not self._writable:
            raise ValueError("output array is read-only")
        done = getattr(self._values, f"__{name}__")(_operand(other))
        self._values = done.astype(self._values.dtype)
        return self

    setattr(ndarray, f"__i{name}__", change)


for _name in "add sub mul truediv floordiv mod pow matmul and or xor".split():
    _operator(_name)
    _operator(f"r{_name}")
    _in_place(_name)
for _name in "eq ne lt le gt ge".split():
    _operator(_name)
for _name in ("neg", "abs", "pos", "invert"):
    setattr(ndarray, f"__{_name}__", lambda self, _n=_name: result(getattr(self._values, f"__{_n}__")(), [self]))
ndarray.__hash__ = None
ndarray.__module__ = "numpy"
