"""
Functions that only move elements. ``jax.numpy`` moves their positions, of 32 bits, and the elements of whatever type
are put there; position 0 stands for the zero that some of them fill up with.
"""

from __future__ import annotations

import math
from typing import Any

import jax.numpy as jnp
from jax._src.binding import facade
from jax._src.functions import FUNCTIONS as _JAX

from ._kinds import held
from ._ndarray import from_any, made, ndarray
from ._promotion import Operand, common

LISTS = frozenset(
    "concatenate concat stack vstack hstack dstack column_stack block atleast_1d atleast_2d atleast_3d".split()
)
"""Functions of several arrays, which come as a list or as arguments."""
PAIRS = frozenset(("append",))
SINGLES = frozenset(
    "reshape ravel transpose permute_dims matrix_transpose swapaxes moveaxis rollaxis squeeze expand_dims flip fliplr "
    "flipud roll rot90 repeat tile broadcast_to take take_along_axis split array_split hsplit vsplit dsplit unstack "
    "diag diagflat diagonal tril triu pad resize delete trim_zeros".split()
)
VIEWS = frozenset(
    "reshape ravel transpose permute_dims swapaxes moveaxis squeeze expand_dims flip fliplr flipud rot90 diagonal "
    "split array_split hsplit vsplit dsplit broadcast_to unstack".split()
)
"""Those of which NumPy gives views."""
NAMES = LISTS | PAIRS | SINGLES


def arrange(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """A function that moves elements, applied to arrays of any type."""
    function = getattr(jnp, name, None) or _JAX["jax.numpy"][name]
    filled = kwargs.pop("constant_values", 0) if name == "pad" else 0
    if name == "pad" and len(args) > 3:
        raise TypeError("np.pad takes constant_values by its name on this page.")
    listed = name in LISTS and not name.startswith("atleast")
    if name in LISTS:
        of: Any = next(iter(args), ()) if listed else args
        given = [from_any(one) for one in of]
        rest = args[1:] if listed else ()
    else:
        given = [from_any(one) for one in (args[:2] if name in PAIRS else args[:1])]
        rest = args[len(given) :]
    if not given:
        raise ValueError("need at least one array to concatenate" if name == "concatenate" else "no arrays")
    kind = common(given) if len(given) == 1 or name not in LISTS or listed else None
    places = _places(given)
    asked = kwargs.pop("dtype", None)
    if listed:
        moved = function(places, *map(_whole, rest), **_options(kwargs))
    else:
        moved = function(*places, *map(_whole, rest), **_options(kwargs))
    if kind is None:
        several = moved if isinstance(moved, (list, tuple)) else [moved]
        out = [_of(one, given, x.dtype.name, filled) for one, x in zip(several, given, strict=True)]
        return tuple(out) if isinstance(moved, (list, tuple)) else out[0]
    if name in VIEWS and len(given) == 1:
        return _view(moved, given[0])
    if asked is not None:
        from ._ndarray import kind_of

        kind = kind_of(asked)
    if isinstance(moved, (list, tuple)):
        return [_of(one, given, kind, filled) for one in moved]
    return _of(moved, given, kind, filled)


def _places(given: list[ndarray]) -> list[Any]:
    """For each array, positions of its elements among all of them, from 1 on."""
    found, first = [], 1
    for one in given:
        found.append(jnp.arange(first, first + one.size).reshape(one.shape))
        first += one.size
    return found


def _whole(value: Any) -> Any:
    """An argument such as an axis, or an array of positions, as ``jax.numpy`` takes it."""
    if isinstance(value, ndarray):
        return value._values
    if isinstance(value, (list, tuple)):
        return type(value)(_whole(one) for one in value)
    return value.item() if hasattr(value, "item") and not hasattr(value, "aval") else value


def _options(kwargs: dict[str, Any]) -> dict[str, Any]:
    return {name: _whole(value) for name, value in kwargs.items() if name not in ("order", "casting", "out", "copy")}


def _numbers(moved: Any) -> list[int]:
    return facade.valuesOf(moved._id).to_py().tolist()  # type: ignore[no-any-return]


def _of(moved: Any, given: list[ndarray], kind: str, filled: Any) -> ndarray:
    elements: list[Any] = [Operand(filled).flat[0]]
    for one in given:
        elements.extend(one._flat)
    return made(held([elements[place] for place in _numbers(moved)], kind), moved.shape, kind)


def _view(moved: Any, of: ndarray) -> Any:
    if isinstance(moved, (list, tuple)):
        return type(moved)(_view(one, of) for one in moved)
    places: Any = _numbers(moved)
    if len(places) == of.size and moved.size and places == list(range(1, of.size + 1)):
        places = range(of.size)
    else:
        places = [place - 1 for place in places]
    return of._seen(moved.shape, places)


def reshape(a: Any, shape: Any, order: str = "C", *, copy: Any = None) -> ndarray:
    """The same elements in another shape: a view."""
    array = from_any(a)
    asked = tuple(n.__index__() for n in shape) if isinstance(shape, (tuple, list)) else (shape.__index__(),)
    if order not in ("C", "K"):
        return arrange("reshape", (array, asked), {"order": order})  # type: ignore[no-any-return]
    full = asked
    if asked.count(-1) > 1:
        raise ValueError("can only specify one unknown dimension")
    if -1 in asked:
        rest = -math.prod(asked)
        full = tuple(array.size // rest if n == -1 and rest else n for n in asked)
    if math.prod(full) != array.size:
        text = f"({asked[0]},)" if len(asked) == 1 else "(" + ",".join(map(str, asked)) + ")"
        raise ValueError(f"cannot reshape array of size {array.size} into shape {text}")
    return array._seen(full, range(array.size))


def ravel(a: Any, order: str = "C") -> ndarray:
    """The elements on one axis: a view."""
    array = from_any(a)
    return reshape(array, (array.size,), order)
