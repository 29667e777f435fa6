"""Modules that hold other Modules: List, Dict and Sequential."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, MutableMapping, MutableSequence
from typing import Any

from flax.nnx import reprlib
from flax.nnx.module import Module
from flax.nnx.variablelib import Variable


class Dict(reprlib.MappingReprMixin, Module, MutableMapping):
    """A dict of Modules, Variables and arrays; entries are attributes as well."""

    def __init__(self, *args: Any, **kwargs: Any):
        for name, value in dict(*args, **kwargs).items():
            setattr(self, name, value)

    def __getitem__(self, key: str) -> Any:
        try:
            return getattr(self, key)
        except AttributeError as error:
            raise KeyError(key) from error

    def __setitem__(self, key: str, value: Any) -> None:
        setattr(self, key, value)

    def __delitem__(self, key: str) -> None:
        try:
            delattr(self, key)
        except AttributeError as error:
            raise KeyError(key) from error

    def __iter__(self) -> Iterator[str]:
        return (name for name in vars(self) if not name.startswith("_pytree__"))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __hash__(self) -> int:
        return id(self)


class List(reprlib.SequenceReprMixin, Module, MutableSequence):
    """A list of Modules, Variables and arrays."""

    _pytree__has_int_keys = True

    def __init__(self, it: Iterable[Any] | None = None, /):
        self._length: int = 0
        for value in it or ():
            self.append(value)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Any]:
        return (getattr(self, str(i)) for i in range(self._length))

    def _position(self, index: int) -> int:
        position = index + self._length if index < 0 else index
        if not 0 <= position < self._length:
            raise IndexError("Index out of bounds")
        return position

    def append(self, value: Any) -> None:
        """Add ``value`` at the end."""
        setattr(self, str(self._length), value)
        self._length += 1

    def insert(self, index: int, value: Any) -> None:
        """Put ``value`` before the element at ``index``, within the list's bounds."""
        start = index + self._length if index < 0 else index
        start = min(max(start, 0), self._length)
        for i in range(self._length, start, -1):
            setattr(self, str(i), getattr(self, str(i - 1)))
        setattr(self, str(start), value)
        self._length += 1

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, int):
            return getattr(self, str(self._position(index)))
        if isinstance(index, slice):
            return [getattr(self, str(i)) for i in range(self._length)[index]]
        raise TypeError("Invalid index type")

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, int):
            setattr(self, str(self._position(index)), value)
        elif isinstance(index, slice):
            if not isinstance(value, Iterable):
                raise TypeError("Expected an iterable")
            values, places = list(value), range(self._length)[index]
            if len(places) != len(values):
                raise ValueError("Length mismatch")
            for i, one in zip(places, values, strict=True):
                setattr(self, str(i), one)
        else:
            raise TypeError("Invalid index type")

    def __delitem__(self, index: Any) -> None:
        if isinstance(index, int):
            start = self._position(index)
            delattr(self, str(start))
            # As in Flax, the place behind the new end keeps what it held, in the State too.
            for i in range(start + 1, self._length):
                setattr(self, str(i - 1), getattr(self, str(i)))
            self._length -= 1
        elif isinstance(index, slice):
            for i in sorted(range(self._length)[index], reverse=True):
                del self[i]
        else:
            raise TypeError("Invalid index type")

    def _graph_set(self, key: Any, value: Any) -> None:
        if not isinstance(key, int):
            raise KeyError(f"Invalid key: {key}")
        if key >= self._length:
            self.insert(key, value)
        elif isinstance(old := self[key], Variable) and isinstance(value, Variable):
            old.update_from_state(value)
        else:
            self[key] = value


def has_keyword_arg(func: Callable[..., Any], name: str) -> bool:
    """Whether ``func`` takes an argument ``name`` by keyword."""
    parameters = inspect.signature(func).parameters.values()
    return any(p.name == name and p.kind in (p.KEYWORD_ONLY, p.POSITIONAL_OR_KEYWORD) for p in parameters)


class Sequential(Module):
    """Functions and Modules called one after the other.

    A tuple that one gives becomes the next one's arguments, a dict its keywords. ``rngs`` is
    passed to those that take it.
    """

    def __init__(self, *fns: Callable[..., Any]):
        self.layers = List(fns)

    def __call__(self, *args: Any, rngs: Any = None, **kwargs: Any) -> Any:
        if len(self.layers) == 0:
            if args:
                return args[0] if len(args) == 1 else args
            return kwargs or None
        output: Any = None
        for i, f in enumerate(self.layers):
            if not callable(f):
                raise TypeError(f"Sequence[{i}] is not callable: {f}")
            if i > 0:
                is_tuple, is_dict = isinstance(output, tuple), isinstance(output, dict)
                args = output if is_tuple else () if is_dict else (output,)
                kwargs = output if is_dict else {}
            if rngs is not None and has_keyword_arg(f, "rngs"):
                kwargs["rngs"] = rngs
            output = f(*args, **kwargs)
        return output
