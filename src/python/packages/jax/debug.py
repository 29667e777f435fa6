"""Looking into functions while they run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._src.array import maybe_array as _maybe_array
from ._src.array import wrap as _wrap
from ._src.binding import guarded as _guarded
from ._src.names import missing_name as _missing_name
from ._src.transforms.flat import OpenTree as _OpenTree
from ._src.transforms.flat import perform as _perform
from ._src.trees.functions import tree_map as _tree_map

_print = print


def print(
    fmt: str,
    *args: Any,
    ordered: bool = False,
    partitioned: bool = False,
    skip_format_check: bool = False,
    **kwargs: Any,
) -> None:
    """Prints values, also those of traced arrays, when the function runs: ``jax.debug.print("{x}", x=x)``."""
    _run(fmt, lambda *a, **k: _print(fmt.format(*a, **k)), args, kwargs)


def callback(
    callback: Callable[..., Any], *args: Any, ordered: bool = False, partitioned: bool = False, **kwargs: Any
) -> None:
    """Calls a Python function with values when the function around it runs."""
    _run(getattr(callback, "__name__", "callback"), callback, args, kwargs)


def _shown(leaf: Any) -> Any:
    found = _maybe_array(leaf)
    return leaf if found is None else found


def _run(text: str, function: Callable[..., Any], args: Any, kwargs: Any) -> None:
    tree = _OpenTree(_tree_map(_shown, (args, kwargs)))

    def show(*ids: int) -> str:
        values, keywords = tree.rebuild([_wrap(number) for number in ids])
        function(*values, **keywords)
        return ""

    _perform("debugCall", _guarded(show), text, *[x._id for x in tree.arrays])


def __getattr__(name: str) -> Any:
    return _missing_name("jax.debug", name, globals())
