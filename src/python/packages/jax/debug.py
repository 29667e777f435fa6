"""Looking into functions while they run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._src.array import Array as _Array
from ._src.binding import facade as _facade
from ._src.names import missing_name as _missing_name
from ._src.array import wrap as _wrap
from ._src.trees.functions import tree_map as _tree_map

_print = print


def _value(leaf: Any) -> Any:
    return _wrap(_facade.primalOf(leaf._id)) if isinstance(leaf, _Array) and leaf._id < 0 else leaf


def print(fmt: str, *args: Any, ordered: bool = False, partitioned: bool = False, skip_format_check: bool = False, **kwargs: Any) -> None:
    """Prints values, also those of traced arrays, when the function runs: ``jax.debug.print("{x}", x=x)``."""
    callback(lambda *a, **k: _print(fmt.format(*a, **k)), *args, **kwargs)


def callback(callback: Callable[..., Any], *args: Any, ordered: bool = False, partitioned: bool = False, **kwargs: Any) -> None:
    """Calls a Python function with values when the function around it runs."""
    callback(*_tree_map(_value, args), **_tree_map(_value, kwargs))


def __getattr__(name: str) -> Any:
    raise _missing_name("jax.debug", name, globals())
