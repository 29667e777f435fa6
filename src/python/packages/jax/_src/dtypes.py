"""Element types: dtype objects, NumPy's tree of abstract types, and JAX's scalar types."""

from __future__ import annotations

import warnings
from typing import Any, ClassVar

from .binding import facade


class generic:
    """Root of NumPy's tree of element types."""


class number(generic):
    """Every numeric type."""


class integer(number):
    """Signed and unsigned integers."""


class signedinteger(integer):
    """Signed integers."""


class unsignedinteger(integer):
    """Unsigned integers."""


class inexact(number):
    """Floating and complex types."""


class floating(inexact):
    """Real floating types."""


class complexfloating(inexact):
    """Complex types."""


class extended(generic):
    """Types that JAX adds to NumPy's."""


class prng_key(extended):
    """Keys of random generators."""


# name → (bytes, kind letter, abstract type)
_SPECS: dict[str, tuple[int, str, type]] = {
    "bool": (1, "b", generic),
    "int4": (1, "V", signedinteger),
    "int8": (1, "i", signedinteger),
    "int16": (2, "i", signedinteger),
    "int32": (4, "i", signedinteger),
    "int64": (8, "i", signedinteger),
    "uint4": (1, "V", unsignedinteger),
    "uint8": (1, "u", unsignedinteger),
    "uint16": (2, "u", unsignedinteger),
    "uint32": (4, "u", unsignedinteger),
    "uint64": (8, "u", unsignedinteger),
    "float16": (2, "f", floating),
    "bfloat16": (2, "V", floating),
    "float32": (4, "f", floating),
    "float64": (8, "f", floating),
    "complex64": (8, "c", complexfloating),
    "complex128": (16, "c", complexfloating),
}


class dtype:
    """An element type, equal to its name and to its scalar type."""

    __slots__ = ("itemsize", "kind", "name", "parent", "type")
    _known: ClassVar[dict[str, dtype]] = {}
    name: str
    itemsize: int
    kind: str
    parent: type
    type: Any

    def __new__(cls, value: Any) -> dtype:
        return _as_dtype(value)

    @classmethod
    def _make(cls, name: str) -> dtype:
        size, kind, parent = _SPECS[name]
        made = object.__new__(cls)
        made.name, made.itemsize, made.kind, made.parent, made.type = name, size, kind, parent, None
        return made

    def __repr__(self) -> str:
        return f"dtype({self.name})" if self.kind == "V" else f"dtype('{self.name}')"

    def __str__(self) -> str:
        return self.name

    def __eq__(self, other: object) -> bool:
        if isinstance(other, dtype):
            return self is other
        try:
            return _as_dtype(other) is self
        except TypeError:
            return False

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def char(self) -> str:
        return self.str[1:]

    @property
    def str(self) -> str:
        letter = {"b": "?", "V": "V"}.get(self.kind, self.kind)
        return f"|b{self.itemsize}" if self.kind == "b" else f"<{letter}{self.itemsize}"

    @property
    def ndim(self) -> int:
        return 0

    def __reduce__(self) -> Any:
        return (dtype, (self.name,))


class KeyType:
    """The element type of typed keys."""

    name = "key<fry>"
    itemsize = 8
    kind = "V"
    parent = prng_key
    type = prng_key

    def __repr__(self) -> str:
        return "key<fry>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeyType)

    def __hash__(self) -> int:
        return hash("key<fry>")


class Float0Type:
    """The type of derivatives of integers, which have no values."""

    name = "void"
    itemsize = 0
    kind = "V"
    parent = generic
    type = generic

    def __repr__(self) -> str:
        return "dtype([('float0', 'V')])"

    def __str__(self) -> str:
        return "[('float0', 'V')]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Float0Type)

    def __hash__(self) -> int:
        return hash("float0")


KEY = KeyType()
float0 = Float0Type()
for _name in _SPECS:
    dtype._known[_name] = dtype._make(_name)

_ALIASES = {
    "bool_": "bool", "?": "bool", "b1": "bool", "i1": "int8", "i2": "int16", "i4": "int32", "i8": "int64",
    "u1": "uint8", "u2": "uint16", "u4": "uint32", "u8": "uint64", "f2": "float16", "f4": "float32",
    "f8": "float64", "c8": "complex64", "c16": "complex128", "half": "float16", "single": "float32",
    "double": "float64", "int": "int64", "float": "float64", "uint": "uint64", "complex": "complex128",
    "i": "int32", "f": "float32", "d": "float64", "l": "int64", "e": "float16", "long": "int64",
}  # fmt: skip


def _as_dtype(value: Any) -> Any:
    if isinstance(value, (dtype, KeyType, Float0Type)):
        return value
    if isinstance(value, str):
        name = value.lstrip("<=|>")
        name = _ALIASES.get(name, name)
        found = dtype._known.get(name)
        if found is not None:
            return found
        raise TypeError(f"data type '{value}' not understood")
    if value is float or value is None:
        return dtype._known["float64"]
    if value is int:
        return dtype._known["int64"]
    if value is bool:
        return dtype._known["bool"]
    if value is complex:
        return dtype._known["complex128"]
    inner = getattr(value, "dtype", None)
    if isinstance(inner, (dtype, KeyType, Float0Type)):
        return inner
    raise TypeError(f"Cannot interpret '{value!r}' as a data type")


_NARROW = {"float64": "float32", "int64": "int32", "uint64": "uint32", "complex128": "complex64"}


def canonicalize_dtype(dtype: Any, allow_extended_dtype: bool = False) -> Any:
    """The 32-bit type that stands for a 64-bit one."""
    return canonical(dtype)


def canonical(value: Any) -> Any:
    """The 32-bit type that stands for a 64-bit one."""
    found = _as_dtype(value)
    return dtype._known[_NARROW[found.name]] if found.name in _NARROW else found


def requested(value: Any, name: str) -> Any:
    """The type an argument asks for; 64-bit types by name are narrowed with JAX's warning."""
    found = _as_dtype(value)
    if found.name not in _NARROW:
        return found
    narrow = dtype._known[_NARROW[found.name]]
    if value is not float and value is not int and value is not complex:
        warnings.warn(
            f"Explicitly requested dtype {found.name} requested in {name} is not available, and will be "
            f"truncated to dtype {narrow.name}. To enable more dtypes, set the jax_enable_x64 configuration "
            "option or the JAX_ENABLE_X64 shell environment variable. See "
            "https://github.com/jax-ml/jax#current-gotchas for more.",
            UserWarning,
            # The line of the program, however deep in the packages the type was asked for.
            skip_file_prefixes=("/lib/",),
        )
    return narrow


def by_name(name: str) -> Any:
    """The type with one of the facade's names."""
    return KEY if name == "key<fry>" else dtype._known[name]


def issubdtype(arg1: Any, arg2: Any) -> bool:
    """Whether a type lies under another one in NumPy's tree."""
    first = arg1 if _is_abstract(arg1) else _as_dtype(arg1).parent
    if _is_abstract(arg2):
        return issubclass(first, arg2)
    return not _is_abstract(arg1) and _as_dtype(arg1) == _as_dtype(arg2)


def _is_abstract(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, generic) and not hasattr(value, "dtype")


def weak_text(found: Any, weak: bool) -> str:
    """A type's name; a weak one has a tilde before it."""
    return f"~{found.name}" if weak else found.name


def joined(a: tuple[Any, bool], b: tuple[Any, bool]) -> tuple[Any, bool]:
    """JAX's join of two types, each with its weak flag."""
    text: str = facade.joinedType(weak_text(*a), weak_text(*b))
    return by_name(text.lstrip("~")), text.startswith("~")
