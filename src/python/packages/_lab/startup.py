"""Binds Python code to JavaScript once JavaScript is there.

Packages are imported while a memory snapshot is made, long before there is any JavaScript to bind to, and
a snapshot may hold no JavaScript object. So a module never imports `_facade` at its top level, but asks::

    from _lab.startup import when_started

    @when_started
    def _bind(facade):
        global _add
        _add = facade.add
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

type Hook = Callable[[Any], None]

_hooks: list[Hook] = []
_facade: Any = None


def when_started(hook: Hook) -> Hook:
    """Calls `hook(facade)` as soon as the facade is there: now, or at the start, in the order of asking."""
    if _facade is None:
        _hooks.append(hook)
    else:
        hook(_facade)
    return hook


def start(facade: Any) -> None:
    """Gives the facade to everything that waits for it. Called once, by the loader."""
    global _facade
    _facade = facade
    while _hooks:
        _hooks.pop(0)(facade)
