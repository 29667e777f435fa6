"""Reading and updating parts of arrays: ``x[...]`` and ``x.at[...]``."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from .array import Array, PRNGKeyArray, maybe_array, wrap, wrap_keys
from .binding import NULL, JsException, facade, to_js, translated
from .errors import NonConcreteBooleanIndexError


def _bound(value: Any, whole: slice) -> Any:
    if value is None:
        return NULL
    if isinstance(value, Array) and not facade.isConcrete(value._id):
        raise IndexError(f"Slice entries must be static integers. Got {whole} at position 0")
    return operator.index(value)


def _entry(item: Any, kept: list[Any]) -> Any:
    kind = type(item)
    if kind is int:
        return item
    if kind is slice:
        return to_js([_bound(item.start, item), _bound(item.stop, item), _bound(item.step, item)])
    if item is None:
        return NULL
    if item is Ellipsis:
        return "'..."
    if isinstance(item, str):
        raise TypeError(f"JAX does not support string indexing; got idx={item!r}")
    if isinstance(item, (list, tuple, range)):
        item = _array_of(item)
    if kind is float:
        raise TypeError("Indexer must have integer or boolean type, got indexer with type float64")
    found = maybe_array(item)
    if found is None:
        if hasattr(item, "__index__"):
            return item.__index__()
        raise TypeError(f"Indexer must have integer or boolean type, got indexer with type {type(item).__name__}")
    if found.dtype.kind not in "iub":
        raise TypeError(f"Indexer must have integer or boolean type, got indexer with type {found.dtype.name}")
    if found.dtype.kind == "b" and not facade.isConcrete(found._id):
        raise NonConcreteBooleanIndexError(found)
    kept.append(found)
    return f"@{found._id}"


def _array_of(item: Any) -> Any:
    from .creation import array

    made = array(list(item))
    return made.astype("int32") if made.size == 0 else made


def entries_of(index: Any, ndim: int, kept: list[Any]) -> list[Any]:
    """An index as entries for the JavaScript end; arrays among them are put into ``kept``."""
    if isinstance(index, list):
        raise TypeError(
            "Using a non-tuple sequence for multidimensional indexing is not allowed; use `arr[array(seq)]` "
            "instead of `arr[seq]`. See https://github.com/jax-ml/jax/issues/4564 for more information."
        )
    items = index if isinstance(index, tuple) else (index,)
    entries = [_entry(item, kept) for item in items]
    used = sum(
        (x.ndim if x.dtype.kind == "b" else 1) if (x := maybe_array(item)) is not None else 1
        for item in items
        if item is not None
        and item is not Ellipsis
        and not isinstance(item, slice)
        and not isinstance(item, (list, tuple))
    ) + sum(isinstance(item, (slice, list, tuple)) for item in items)
    if used > ndim:
        raise IndexError(f"Too many indices: array is {ndim}-dimensional, but {used} were indexed")
    return entries


def getitem(self: Array, index: Any) -> Array:
    """``x[index]``; positions out of bounds read the nearest element."""
    made = wrap_keys if isinstance(self, PRNGKeyArray) else wrap
    try:
        if type(index) is int and self.aval.ndim > 0:
            return made(facade.row(self._id, index))
        kept: list[Any] = []
        return made(facade.indexed(self._id, *entries_of(index, self.aval.ndim, kept)))
    except JsException as error:
        raise translated(error) from None


class _IndexUpdateHelper:
    """``x.at``: to be indexed."""

    __slots__ = ("array",)

    def __init__(self, array: Array) -> None:
        self.array = array

    def __getitem__(self, index: Any) -> _IndexUpdateRef:
        return _IndexUpdateRef(self.array, index)

    def __repr__(self) -> str:
        return f"_IndexUpdateHelper({self.array!r})"


def _only_wrapping(wrap_negative_indices: bool) -> None:
    if not wrap_negative_indices:
        raise NotImplementedError("wrap_negative_indices=False is not there on this page; JAX has it.")


def _named(mode: Any) -> Any:
    return NULL if mode is None else str(mode)


def _changing(name: str, doc: str, change: Callable[[Any, Any, Any], Any]) -> Callable[..., Array]:
    """A method that gives a changed copy; `change` makes it of the place, the values and the mode."""

    def method(
        self: _IndexUpdateRef,
        values: Any,
        *,
        indices_are_sorted: bool = False,
        unique_indices: bool = False,
        mode: Any = None,
        out_sharding: Any = None,
        wrap_negative_indices: bool = True,
    ) -> Array:
        _only_wrapping(wrap_negative_indices)
        return change(self, values, mode)

    method.__name__, method.__qualname__, method.__doc__ = name, f"_IndexUpdateRef.{name}", doc
    return method


class _IndexUpdateRef:
    """A place in an array that can be read or replaced."""

    __slots__ = ("array", "index")

    def __init__(self, array: Array, index: Any) -> None:
        self.array = array
        self.index = index

    def __repr__(self) -> str:
        return f"_IndexUpdateRef({self.array!r}, {self.index!r})"

    def _update(self, kind: str, values: Any, mode: Any) -> Any:
        from .creation import asarray

        x = self.array
        kept: list[Any] = [asarray(values)]
        entries = entries_of(self.index, x.ndim, kept)
        try:
            return wrap(facade.updated(x._id, kind, kept[0]._id, _named(mode), *entries))
        except JsException as error:
            raise translated(error) from None

    def _factors(self, values: Any, mode: Any) -> Any:
        """Ones, with the values multiplied into the places."""
        from .. import numpy as jnp

        return _IndexUpdateRef(jnp.ones_like(self.array), self.index).multiply(values, mode=mode)

    set = _changing("set", "A copy with these values there.", lambda ref, by, mode: ref._update("set", by, mode))
    add = _changing(
        "add",
        "A copy with the values added; repeated positions add up.",
        lambda ref, by, mode: ref._update("add", by, mode),
    )
    subtract = _changing(
        "subtract", "A copy with the values subtracted.", lambda ref, by, mode: ref._update("add", -_made(by), mode)
    )
    multiply = mul = _changing(
        "multiply", "A copy multiplied by the values there.", lambda ref, by, mode: ref._update("mul", by, mode)
    )
    divide = _changing(
        "divide", "A copy divided by the values there.", lambda ref, by, mode: ref.array / ref._factors(by, mode)
    )
    power = _changing(
        "power",
        "A copy raised to the power of the values there.",
        lambda ref, by, mode: ref.array ** ref._factors(by, mode),
    )
    min = _changing(
        "min", "A copy with the smaller of old and new there.", lambda ref, by, mode: ref._update("min", by, mode)
    )
    max = _changing(
        "max", "A copy with the larger of old and new there.", lambda ref, by, mode: ref._update("max", by, mode)
    )

    def apply(
        self,
        func: Any,
        *,
        indices_are_sorted: bool = False,
        unique_indices: bool = False,
        mode: Any = None,
        wrap_negative_indices: bool = True,
    ) -> Array:
        """A copy with a function applied there, once for each time that a place is named."""
        _only_wrapping(wrap_negative_indices)
        x, kept = self.array, []
        flat = x.ravel()
        try:
            rounds = facade.indexRounds(x._id, _named(mode), *entries_of(self.index, x.ndim, kept))
        except JsException as error:
            raise translated(error) from None
        for places in [wrap(int(number)) for number in rounds.split()]:
            flat = flat.at[places].set(func(flat[places]))
        return flat.reshape(x.shape)

    def get(
        self,
        *,
        indices_are_sorted: bool = False,
        unique_indices: bool = False,
        mode: Any = None,
        fill_value: Any = None,
        out_sharding: Any = None,
        wrap_negative_indices: bool = True,
    ) -> Array:
        """The values there."""
        _only_wrapping(wrap_negative_indices)
        if mode is None and fill_value is None:
            return self.array[self.index]
        from .creation import asarray

        x, kept = self.array, []
        fill = 0
        if fill_value is not None:
            kept.append(asarray(fill_value))
            fill = kept[0]._id
        try:
            return wrap(facade.read(x._id, _named(mode), fill, *entries_of(self.index, x.ndim, kept)))
        except JsException as error:
            raise translated(error) from None


def _made(values: Any) -> Any:
    """The array that a value is, or one made of it."""
    from .creation import asarray

    return asarray(values)


Array.__getitem__ = getitem
Array.at = property(_IndexUpdateHelper, doc="``x.at[index].set(values)`` and its kin: changed copies.")
