"""Arrays that can change: a buffer of elements, or a view of some places of another array's buffer."""

from __future__ import annotations

import math
import types
from typing import TYPE_CHECKING, Any

import jax.numpy as jnp
from jax._src.array import Array, wrap
from jax._src.array_values import nested
from jax._src.binding import facade, to_js
from jax._src.dtypes import canonical, dtype
from jax._src.errors import TracerArrayConversionError
from jax._src.numpy_extra import get_printoptions

from ._basic_index import basic
from ._kinds import CODES, WIDE, check_fits, held, is_float
from ._shapes import spread


class Cells:
    """The elements of an array and of its views; the version counts the changes."""

    __slots__ = ("data", "version")

    def __init__(self, data: Any) -> None:
        self.data = data
        self.version = 0


class ndarray:
    """An array that can change in place, with elements of its own type, also of 64 bits."""

    __array_priority__ = 10
    __hash__: Any = None

    def __init__(self, cells: Cells, shape: tuple[int, ...], kind: Any, places: Any = None, writable: bool = True):
        self._cells = cells
        self._places = places
        self.shape = shape
        self.dtype = kind
        self._writable = writable
        self._taken: tuple[int, Array] | None = None

    if TYPE_CHECKING:

        def _operator(self, other: Any) -> Any: ...

        __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _operator
        __eq__: Any
        __ne__: Any

    # For annotations such as NDArray[np.float32].
    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def _flat(self) -> Any:
        """The elements in row-major order; not to be changed."""
        data, places = self._cells.data, self._places
        if places is None:
            return data
        if isinstance(places, range) and places.step > 0:
            return data[places.start : places.stop : places.step]
        return held([data[place] for place in places], self.dtype.name)

    @property
    def _values(self) -> Array:
        """The same numbers as an array of the page, whose types have 32 bits at most, as JAX's have."""
        version = self._cells.version
        if self._taken is None or self._taken[0] != version:
            self._taken = version, _to_page(self._flat, self.shape, self.dtype)
        return self._taken[1]

    def __jax_array__(self) -> Array:
        return self._values

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> ndarray:
        return self if dtype is None else self.astype(dtype)

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """Number of elements."""
        return math.prod(self.shape)

    @property
    def itemsize(self) -> int:
        """Bytes of one element."""
        return int(self.dtype.itemsize)

    @property
    def nbytes(self) -> int:
        """Bytes of all elements."""
        return self.size * self.itemsize

    @property
    def T(self) -> ndarray:  # noqa: N802
        """Axes in reverse order, of the same elements."""
        return self.transpose()  # type: ignore[no-any-return]

    @property
    def flat(self) -> Any:
        """The elements one after the other."""
        return iter(self.reshape(-1))

    @property
    def base(self) -> Any:
        """Whose elements a view shows; None for an array with elements of its own."""
        return None if self._places is None else made(self._cells.data, (len(self._cells.data),), self.dtype.name)

    def _seen(self, shape: tuple[int, ...], places: Any) -> ndarray:
        """A view of some of the elements, by their places here."""
        own = self._places
        if own is not None:
            places = own[places.start : places.stop : places.step] if _is_slice(places) else [own[p] for p in places]
        return ndarray(self._cells, shape, self.dtype, places, self._writable)

    def __repr__(self) -> str:
        name = self.dtype.name
        typed = name not in ("float64", "int64", "bool") or self.size == 0
        if self.size == 0:
            shape = "" if self.shape == (0,) else f"shape={self.shape}, "
            return f"array([], {shape}dtype={name})"
        text = f"array({self._text('repr')}"
        if self.size > get_printoptions()["threshold"]:
            text += f", shape={self.shape}"
        if not typed:
            return f"{text})"
        # NumPy breaks the line before the type where it would grow too long.
        long = len(text) - text.rfind("\n") - 1 + len(name) + 9 > 75
        return f"{text},{chr(10) + ' ' * 6 if long else ' '}dtype={name})"

    def __str__(self) -> str:
        return self._text("str")

    def _text(self, mode: str) -> str:
        return str(facade.elementsText(self.dtype.name, to_js(self.shape), to_js(self._flat), mode))

    def __format__(self, spec: str) -> str:
        if self.ndim == 0:
            return format(self.item(), spec)
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    def __len__(self) -> int:
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self) -> Any:
        if not self.shape:
            raise TypeError("iteration over a 0-d array")
        return (self[i] for i in range(self.shape[0]))

    def __contains__(self, value: Any) -> bool:
        return bool((self == value).any())

    def __bool__(self) -> bool:
        if self.size != 1:
            count = "an array with more than one element" if self.size else "an empty array"
            hint = (
                "Use a.any() or a.all()" if self.size else "Use `array.size > 0` to check that an array is not empty."
            )
            raise ValueError(f"The truth value of {count} is ambiguous. {hint}")
        return bool(self._flat[0])

    def _only(self) -> Any:
        if self.shape:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return self.item()

    def __float__(self) -> float:
        return float(self._only())

    def __int__(self) -> int:
        return int(self._only())

    def __complex__(self) -> complex:
        return complex(self._only())

    def __index__(self) -> int:
        if self.shape or self.dtype.kind not in "iu":
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return int(self.item())

    def __getitem__(self, index: Any) -> Any:
        named = basic(index, self.shape)
        if named is None:
            shape, places = _advanced(index, self.shape)
            flat = self._flat
            return made(held([flat[place] for place in places], self.dtype.name), shape, self.dtype.name)
        shape, places = named
        whole = Ellipsis in index if isinstance(index, tuple) else index is Ellipsis
        if not shape and not whole:
            place = places[0] if self._places is None else self._places[places[0]]
            return number(self._cells.data[place], self.dtype.name)
        return self._seen(shape, places)

    def __setitem__(self, index: Any, value: Any) -> None:
        self._check_writable("assignment destination is read-only")
        shape, places = basic(index, self.shape) or _advanced(index, self.shape)
        self._put(places, shape, value)

    def _check_writable(self, text: str) -> None:
        if not self._writable:
            raise ValueError(text)

    def _put(self, places: Any, shape: tuple[int, ...], value: Any) -> None:
        name = self.dtype.name
        if type(value) is int:
            check_fits(value, name)
        given = from_any(value)
        if not shape and given.shape and set(given.shape) != {1}:
            word = "int" if self.dtype.kind in "iu" else "float"
            told = "a string, a bytes-like object or a real number" if word == "int" else "a string or a real number"
            raise TypeError(f"{word}() argument must be {told}, not '{type(value).__name__}'")
        extra = len(given.shape) - len(shape)
        own = given.shape[extra:] if extra > 0 and set(given.shape[:extra]) == {1} else given.shape
        if len(own) > len(shape) or any(n not in (1, m) for n, m in zip(own[::-1], shape[::-1], strict=False)):
            texts = [str(one).replace(" ", "") for one in (given.shape, shape)]
            raise ValueError(f"could not broadcast input array from shape {texts[0]} into shape {texts[1]}")
        flat = given._flat
        if given.dtype.name != name:
            flat = held(flat, name)
        elif given._cells is self._cells:
            flat = flat[:]
        if len(flat) == 1:
            flat = [flat[0]] * len(places)
        self._write(places, spread(flat, own, shape))

    def _write(self, places: Any, flat: Any) -> None:
        """Elements, as the type holds them, to places here."""
        data, own = self._cells.data, self._places
        for place, value in zip(places, flat, strict=True):
            data[place if own is None else own[place]] = value
        self._cells.version += 1

    def astype(self, dtype: Any, copy: bool = True) -> ndarray:
        """The array in another dtype."""
        name = kind_of(dtype)
        if name == self.dtype.name and not copy:
            return self
        return made(held(self._flat, name), self.shape, name)

    def item(self, *args: int) -> Any:
        """A value as a Python number."""
        if not args:
            if self.size != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            return plain(self._flat[0], self.dtype.name)
        found = self.reshape(-1)[args[0]] if len(args) == 1 else self[args]
        return found.item()

    def tolist(self) -> Any:
        """Nested lists of Python numbers."""
        flat = [plain(value, self.dtype.name) for value in self._flat]
        return nested(flat, self.shape)

    def tobytes(self) -> bytes:
        """The elements' bytes in row-major order."""
        if self.dtype.name in ("float16", "bfloat16"):
            raise NotImplementedError("tobytes of 16-bit floats works in NumPy but not here.")
        return bytes(self._flat.tobytes())

    def copy(self, order: str = "C") -> ndarray:
        """The same values as another array."""
        return made(self._flat[:], self.shape, self.dtype.name)

    def fill(self, value: Any) -> None:
        """Sets all elements."""
        self._check_writable("assignment destination is read-only")
        self._put(range(self.size), self.shape, value)

    def sort(self, axis: int = -1) -> None:
        """Sorts the elements in place."""
        self[...] = self._called("sort", axis=axis)

    def flatten(self, order: str = "C") -> ndarray:
        """A copy with one axis."""
        return made(self._flat[:], (self.size,), self.dtype.name)

    def _called(self, name: str, *args: Any, **kwargs: Any) -> Any:
        from ._functions import FUNCTIONS

        return FUNCTIONS[name](self, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        from ._functions import FUNCTIONS, METHODS

        if name not in METHODS:
            raise AttributeError(f"'numpy.ndarray' object has no attribute '{name}'", name=name, obj=self)
        function = FUNCTIONS[name]

        def call(*args: Any, **kwargs: Any) -> Any:
            if name in ("reshape", "transpose") and (len(args) > 1 or (name == "transpose" and args == (None,))):
                args = () if args == (None,) else (args,)
            return function(self, *args, **kwargs)

        return call

    def __reduce__(self) -> Any:
        return _unpickled, (list(self._flat), self.shape, self.dtype.name)

    def __deepcopy__(self, memo: Any) -> ndarray:
        return self.copy()

    __copy__ = copy


def _unpickled(values: list[Any], shape: tuple[int, ...], name: str) -> ndarray:
    return made(held(values, name), shape, name)


def _is_slice(places: Any) -> bool:
    return isinstance(places, range) and places.step > 0


def made(data: Any, shape: tuple[int, ...], name: str) -> ndarray:
    """An array of a buffer that ``held`` made."""
    return ndarray(Cells(data), shape, dtype(name))


def plain(value: Any, name: str) -> Any:
    """An element as a number of Python."""
    return bool(value) if name == "bool" else value


def number(value: Any, name: str) -> Any:
    """An element as NumPy's scalar."""
    from ._scalars import scalar_of

    return scalar_of(name, plain(value, name))


def number_or_array(data: Any, shape: tuple[int, ...], name: str) -> Any:
    """A result: NumPy's scalar where there are no axes."""
    return made(data, shape, name) if shape else number(data[0], name)


def kind_of(value: Any) -> str:
    """The name of a requested type."""
    name = str(dtype(value).name)
    if name not in CODES:
        raise NotImplementedError(f"NumPy arrays of {name} are not on this page.")
    return name


def _to_page(flat: Any, shape: tuple[int, ...], kind: Any) -> Array:
    name = canonical(kind).name
    if kind.name in WIDE:
        flat = held(flat, name)
    return wrap(facade.fromValues(name, to_js(shape), to_js(flat)))


def from_page(x: Array) -> ndarray:
    """NumPy's array of the page's."""
    if x._id < 0 and not facade.isConcrete(x._id):
        raise TracerArrayConversionError(x)
    if x.dtype.name not in CODES:
        raise TypeError(
            "JAX array with PRNGKey dtype cannot be converted to a NumPy array. Use jax.random.key_data(arr) if you "
            "wish to extract the underlying integer array."
        )
    return made(held(facade.valuesOf(x._id).to_py(), x.dtype.name), x.shape, x.dtype.name)


def from_any(value: Any, kind: Any = None) -> ndarray:
    """An array of what is given: an array, a number of either kind, nested lists of any of them."""
    found = _found(value, None if kind is None else kind_of(kind))
    if kind is None or found.dtype == dtype(kind):
        return found
    name = kind_of(kind)
    return made(held(found._flat, name), found.shape, name)


def _found(value: Any, wanted: str | None) -> ndarray:
    if isinstance(value, ndarray):
        return value
    if isinstance(value, Array):
        if value._id < 0:
            raise TracerArrayConversionError(value)
        return from_page(value)
    kind = type(value)
    own = getattr(kind, "dtype", None)
    if own is not None and hasattr(value, "item"):
        return made(held([value.item()], own.name), (), own.name)
    if _is_plain(value):
        return _of_numbers([value], (), wanted)
    if isinstance(value, (list, tuple, range)):
        return _of_list(value, wanted)
    if hasattr(value, "__array__"):
        return _found(value.__array__(), wanted)
    if hasattr(value, "__jax_array__"):
        return _found(value.__jax_array__(), wanted)
    if isinstance(value, complex):
        raise NotImplementedError("Complex numbers exist in NumPy but not here.")
    raise NotImplementedError(f"NumPy makes arrays of objects of a {kind.__name__}, which are not on this page.")


def _is_plain(value: Any) -> bool:
    """Whether a number is Python's own; NumPy's scalar types are equal to some of these, but not the same."""
    kind = type(value)
    return kind is int or kind is float or kind is bool


def _of_list(value: Any, wanted: str | None) -> ndarray:
    leaves: list[Any] = []
    shape = _shape_of(value)
    if len(shape) > 64:
        raise ValueError(
            "setting an array element with a sequence. The requested array would exceed the maximum number of "
            "dimension of 64."
        )
    _collect(value, shape, 0, leaves)
    if all(map(_is_plain, leaves)):
        return _of_numbers(leaves, shape, wanted)
    from ._promotion import common

    arrays = [_found(leaf, wanted) for leaf in leaves]
    name = common(arrays)
    flat = [element for one in arrays for element in one._flat]
    inner = arrays[0].shape
    if any(one.shape != inner for one in arrays):
        raise _uneven(shape)
    return made(held(flat, name), (*shape, *inner), name)


def _shape_of(value: Any) -> tuple[int, ...]:
    lengths = []
    while isinstance(value, (list, tuple, range)):
        lengths.append(len(value))
        if not value:
            break
        value = value[0]
    return tuple(lengths)


def _collect(value: Any, shape: tuple[int, ...], depth: int, leaves: list[Any]) -> None:
    listed = isinstance(value, (list, tuple, range))
    if listed != (depth < len(shape)) or (listed and len(value) != shape[depth]):
        raise _uneven(shape[:depth])
    if not listed:
        leaves.append(value)
        return
    for one in value:
        _collect(one, shape, depth + 1, leaves)


def _uneven(shape: tuple[int, ...]) -> ValueError:
    return ValueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
        f"{len(shape)} dimensions. The detected shape was {shape} + inhomogeneous part."
    )


def _of_numbers(leaves: list[Any], shape: tuple[int, ...], wanted: str | None) -> ndarray:
    kinds = set(map(type, leaves))
    name = wanted or ("bool" if kinds == {bool} else "float64" if not kinds or float in kinds else "int64")
    if name == "int64" and wanted is None and any(leaf > 2**63 - 1 for leaf in leaves):
        name = "uint64" if min(leaves) >= 0 else "float64"
    if int in kinds and not is_float(name):
        for leaf in leaves:
            if type(leaf) is int:
                check_fits(leaf, name)
    return made(held(leaves, name), shape, name)


def _advanced(index: Any, shape: tuple[int, ...]) -> tuple[tuple[int, ...], list[int]]:
    """The shape of an index with arrays, lists or truths in it, and the places it names."""
    items = index if isinstance(index, tuple) else (index,)
    entries = [_entry(one) for one in items]
    taken = sum(1 for one in entries if one is not None and one is not Ellipsis)
    axis = 0
    for one in entries:
        if one is None:
            continue
        if one is Ellipsis:
            axis = len(shape) - (taken - axis)
            continue
        if axis < len(shape):
            _check_bounds(one, shape[axis], axis)
        axis += one.ndim if isinstance(one, Array) and one.dtype.kind == "b" else 1
    if axis > len(shape):
        raise IndexError(f"too many indices for array: array is {len(shape)}-dimensional, but {axis} were indexed")
    every = jnp.arange(math.prod(shape)).reshape(shape)
    named = every[tuple(entries) if isinstance(index, tuple) else entries[0]]
    return named.shape, facade.valuesOf(named._id).to_py().tolist()


def _entry(one: Any) -> Any:
    if one is None or one is Ellipsis or isinstance(one, (slice, bool)):
        return one
    if isinstance(one, (list, tuple)) and not one:
        return jnp.zeros(0, "int32")
    given = from_any(one) if isinstance(one, (list, tuple, ndarray, Array)) or hasattr(one, "dtype") else None
    if given is None or given.dtype.kind not in "iub":
        if given is not None and given.ndim:
            raise IndexError("arrays used as indices must be of integer (or boolean) type")
        raise IndexError(
            "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are "
            "valid indices"
        )
    return given._values


def _check_bounds(one: Any, size: int, axis: int) -> None:
    if not isinstance(one, Array):
        return
    if one.dtype.kind == "b":
        if one.ndim == 1 and one.shape[0] != size:
            raise IndexError(
                f"boolean index did not match indexed array along axis {axis}; size of axis is {size} but size of "
                f"corresponding boolean axis is {one.shape[0]}"
            )
        return
    for place in one.ravel().tolist():
        if not -size <= place < size:
            raise IndexError(f"index {place} is out of bounds for axis {axis} with size {size}")


ndarray.__module__ = "numpy"
