"""Trees of arrays as flat lists, and Python functions as the JavaScript end calls them."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from typing import Any

from ..array import Array, maybe_array, wrap
from ..binding import JsException, facade, guarded, translated
from ..trace_state import traced
from ..trees.functions import tree_flatten
from ..trees.treedef import PyTreeDef


def check_callable(fun: Any) -> None:
    """JAX's error for what cannot be called."""
    if not callable(fun):
        raise TypeError(f"Expected a callable value, got {fun}")


def leaf_array(leaf: Any, end: str = ".") -> Array:
    """The array that a leaf of an argument is; JAX ends its error's text with a stop, or without."""
    found = maybe_array(leaf)
    if found is None:
        raise TypeError(f"Argument '{leaf}' of type {type(leaf)} is not a valid JAX type{end}")
    return found


def flatten_arrays(tree: Any, end: str = ".") -> tuple[list[Array], PyTreeDef]:
    """A tree of arrays as a list."""
    leaves, treedef = tree_flatten(tree)
    return [leaf_array(leaf, end) for leaf in leaves], treedef


class OpenTree:
    """A tree with arrays among its leaves, and a way to put others in their place."""

    def __init__(self, tree: Any) -> None:
        self.leaves, self.treedef = tree_flatten(tree)
        found = [(i, x) for i, leaf in enumerate(self.leaves) if (x := _traced(leaf)) is not None]
        self.places = [i for i, _ in found]
        self.arrays = [x for _, x in found]

    def rebuild(self, arrays: list[Any]) -> Any:
        """The tree with other arrays."""
        leaves = list(self.leaves)
        for place, x in zip(self.places, arrays, strict=True):
            leaves[place] = x
        return self.treedef.unflatten(leaves)


def _traced(leaf: Any) -> Array | None:
    """All but arrays passes through a transformation as it is."""
    return leaf if isinstance(leaf, Array) else None


def give(arrays: list[Array]) -> str:
    """Hands results over to the transformation that called."""
    facade.give(*[x._id for x in arrays])
    return ""


def staged(function: Callable[..., str]) -> Any:
    """A function that a transformation runs in a trace of its own, for the JavaScript end."""
    return guarded(traced(function))


def enter(entry: str, function: Callable[..., str], *args: Any) -> Any:
    """Calls a transformation of the JavaScript end on a function; errors of the function come through."""
    try:
        return getattr(facade, entry)(staged(function), *args)
    except JsException as error:
        failure = translated(error)
    raise failure


def perform(entry: str, *args: Any) -> Any:
    """Calls an entry of the JavaScript end that takes no function."""
    try:
        return getattr(facade, entry)(*args)
    except JsException as error:
        failure = translated(error)
    raise failure


def arrays_of(numbers: str) -> list[Any]:
    """Arrays with several numbers."""
    return [wrap(int(number)) for number in numbers.split()]


def named_like(fun: Callable[..., Any], doc: str | None = None) -> Callable[[Any], Any]:
    """Gives a transformed function the name of the original and, as ``doc`` says, a docstring about it."""

    def decorate(wrapped: Any) -> Any:
        functools.update_wrapper(wrapped, fun) if hasattr(fun, "__name__") or hasattr(fun, "__wrapped__") else None
        if doc is not None:
            wrapped.__doc__ = doc.format(fun=getattr(fun, "__name__", "fun"))
        return wrapped

    return decorate


def index_or_indices(argnums: Any) -> int | tuple[int, ...]:
    """One position, as which True counts as 1, or several; Python's error for what is no number."""
    try:
        return operator.index(argnums)
    except TypeError:
        return tuple(operator.index(number) for number in argnums)


def check_reach(argnums: int | tuple[int, ...], given: int) -> None:
    """JAX's error where a gradient is asked for an argument that is not passed."""
    if argnums == ():
        raise ValueError("max() arg is an empty sequence")
    needed = 1 + (argnums if isinstance(argnums, int) else max(argnums))
    if needed > given:
        raise TypeError(
            f"differentiating with respect to argnums={argnums} requires at least {needed} positional arguments "
            f"to be passed by the caller, but got only {given} positional arguments."
        )


class Chosen:
    """The arguments that a derivative is taken for, and the call of the function with others in their place.

    What argnums names twice is chosen once: its second time is None, and None is what the function gets, as in JAX.
    """

    def __init__(self, argnums: int | tuple[int, ...], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.argnums = argnums
        self._rest, self._kwargs = list(args), kwargs
        self.positions = [_place(i, len(args)) for i in ((argnums,) if isinstance(argnums, int) else argnums)]
        self.values: list[Any] = []
        for position in self.positions:
            self.values.append(self._rest[position])
            self._rest[position] = None

    def call(self, fun: Callable[..., Any], values: Any) -> Any:
        """What the function gives for other values of the chosen arguments."""
        actual = list(self._rest)
        for position, value in zip(self.positions, values, strict=True):
            actual[position] = value
        try:
            return fun(*actual, **self._kwargs)
        except Exception as error:
            if len(set(self.positions)) < len(self.positions):
                error.add_note(f"argnums={self.argnums} names an argument twice; the function then gets None for it.")
            raise


def _place(i: int, given: int) -> int:
    if -given <= i < given:
        return i % given
    raise ValueError(
        "Positional argument indices, e.g. for `static_argnums`, must have value greater than or equal to "
        f"-len(args) and less than len(args), but got value {i} for len(args) == {given}."
    )
