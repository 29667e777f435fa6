"""What a program calls of the library, in order: the same log as the facade keeps in `call-log.ts`.

`calls` is None unless a log is kept, so a call in a hot loop costs one comparison::

    if call_log.calls is not None:
        call_log.add("tree.map", lambda: [1 + len(rest)])
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

type Call = tuple[str, list[str], int | None]

calls: list[Call] | None = None
_file = ""
_most_calls = _most_words = _most_characters = 0


def keep_to(caps: Any) -> None:
    """Sets how much is logged; the page has one table of it."""
    global _most_calls, _most_words, _most_characters
    _most_calls, _most_words, _most_characters = caps.calls, caps.words, caps.characters


def start(file: str) -> None:
    """Begins a new log of the program in this file."""
    global calls, _file
    calls, _file = [], file


def end() -> list[Call]:
    """Ends the log and gives what was in it; empty where none was begun."""
    global calls
    ended, calls = calls or [], None
    return ended


def calling_line(depth: int = 2) -> int | None:
    """The line that called, if it is the program's own; None for calls of the library itself."""
    frame = sys._getframe(depth)
    return frame.f_lineno if frame.f_code.co_filename == _file else None


def add(name: str, about: Callable[[], Iterable[Any]]) -> None:
    """Logs the running function if the program itself has called it."""
    line = calling_line(3)
    if line is not None:
        add_at(name, about, line)


def add_within(name: str, about: Callable[[], Iterable[Any]]) -> None:
    """Logs at the innermost line of the program, however the library came here from it."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != _file:
        frame = frame.f_back
    add_at(name, about, None if frame is None else frame.f_lineno)


def add_at(name: str, about: Callable[[], Iterable[Any]], line: int | None) -> None:
    """Logs a call at a line."""
    if calls is None or len(calls) >= _most_calls:
        return
    try:
        words = [str(word)[:_most_characters] for word in list(about())[:_most_words]]
    except Exception:
        # The call is about to raise by itself.
        words = []
    calls.append((name, words, line))
