"""How NNX objects turn into text: a head, then one indented line for each attribute."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any


@dataclasses.dataclass
class Object:
    """The frame of an object's text: its type's name, brackets and a comment after the bracket."""

    type: str | type
    start: str = "("
    end: str = ")"
    kv_sep: str = "="
    indent: str = "  "
    empty_repr: str = ""
    comment: str = ""
    same_line: bool = False


@dataclasses.dataclass
class Attr:
    """One line of an object's text."""

    key: Any
    value: Any


class Representable:
    """Base of everything that prints through ``__nnx_repr__``.

    ``__nnx_repr__`` yields one :class:`Object` and then an :class:`Attr` for each line.
    """

    __slots__ = ()

    def __nnx_repr__(self) -> Iterator[Object | Attr]:
        raise NotImplementedError

    def __repr__(self) -> str:
        return get_repr(self)

    def __str__(self) -> str:
        return get_repr(self)


def plain(x: Any) -> str:
    """The text of a value inside an object: types by bare name, containers item by item."""
    if isinstance(x, list):
        return "[" + ", ".join(map(plain, x)) + "]"
    if isinstance(x, tuple):
        return f"({plain(x[0])},)" if len(x) == 1 else "(" + ", ".join(map(plain, x)) + ")"
    if isinstance(x, dict):
        return "{" + ", ".join(f"{k!r}: {plain(v)}" for k, v in x.items()) + "}"
    if isinstance(x, set):
        return "{" + ", ".join(map(plain, x)) + "}"
    if isinstance(x, type):
        return x.__name__
    if isinstance(x, float):
        return str(x)
    return get_repr(x) if isinstance(x, Representable) else repr(x)


def get_repr(obj: Representable) -> str:
    """The text of a representable object."""
    items = iter(obj.__nnx_repr__())
    frame = next(items)
    if not isinstance(frame, Object):
        raise TypeError(f"First item must be Config, got {type(frame).__name__}")
    indent = "" if frame.same_line else frame.indent
    lines = []
    for item in items:
        if not isinstance(item, Attr):
            raise TypeError(f"Item must be Elem, got {type(item).__name__}")
        separator = frame.kv_sep
        text = plain(item.value).replace("\n", "\n" + frame.indent)
        lines.append(f"{indent}{item.key}{separator}{text}")
    name = frame.type if isinstance(frame.type, str) else frame.type.__name__
    if not lines:
        return f"{name}{frame.start}{frame.empty_repr}{frame.end}"
    if frame.same_line:
        return f"{name}{frame.start}{', '.join(lines)}{frame.end}"
    body = ",\n".join(lines)
    return f"{name}{frame.start}{frame.comment}\n{body}\n{frame.end}"


class MappingReprMixin(Representable):
    """Prints a mapping as ``Name({...})``, one key to a line."""

    def __nnx_repr__(self) -> Iterator[Object | Attr]:
        yield Object(type=type(self), kv_sep=": ", start="({", end="})")
        for key, value in self.items():  # type: ignore[attr-defined]
            yield Attr(plain(key), value)


class SequenceReprMixin(Representable):
    """Prints a sequence as ``Name([...])``, one element to a line."""

    def __nnx_repr__(self) -> Iterator[Object | Attr]:
        yield Object(type=type(self), kv_sep="", start="([", end="])")
        for value in self:  # type: ignore[attr-defined]
            yield Attr("", value)


@dataclasses.dataclass(repr=False)
class PrettyMapping(MappingReprMixin):
    """A mapping that prints one key to a line."""

    mapping: Mapping[Any, Any]

    def items(self) -> Any:
        return self.mapping.items()


@dataclasses.dataclass(repr=False)
class PrettySequence(SequenceReprMixin):
    """A sequence that prints one element to a line."""

    sequence: Sequence[Any]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.sequence)
