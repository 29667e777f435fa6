"""`sys.stdout`, `sys.stderr` and warnings as one console, whose lines keep the order of their writing."""

from __future__ import annotations

import io
import sys
import warnings
from collections.abc import Callable
from typing import Any

type WriteLine = Callable[[str, str], object]


class Console:
    """Collects what is written until a line is whole, then hands it on with its level."""

    def __init__(self, write_line: WriteLine) -> None:
        self._write_line = write_line
        self._pending = ""
        self._level = "log"

    def write(self, level: str, text: str) -> None:
        if level != self._level:
            self.flush()
            self._level = level
        whole, newline, rest = (self._pending + text).rpartition("\n")
        if newline:
            self._write_line(level, whole)
        self._pending = rest

    def flush(self) -> None:
        """Shows a line that has not ended yet."""
        pending, self._pending = self._pending, ""
        if pending:
            self._write_line(self._level, pending)


class ConsoleStream(io.TextIOBase):
    """A text stream that writes to the console; it cannot be read, and closing it does nothing."""

    def __init__(self, console: Console, level: str, name: str) -> None:
        self._console = console
        self._level = level
        self.name = name
        self.mode = "w"

    @property
    def encoding(self) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        return "utf-8"

    @property
    def errors(self) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        return "backslashreplace"

    def write(self, text: str, /) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._console.write(self._level, text)
        return len(text)

    def writable(self) -> bool:
        return True

    def close(self) -> None:
        pass


def install_console(write_line: WriteLine) -> Console:
    """Points Python's output at `write_line(level, text)`; level is "log", "warn" or "error"."""
    console = Console(write_line)
    sys.stdout = sys.__stdout__ = ConsoleStream(console, "log", "<stdout>")
    sys.stderr = sys.__stderr__ = ConsoleStream(console, "error", "<stderr>")

    def show_warning(
        message: Any, category: Any, filename: str, lineno: int, file: Any = None, line: Any = None
    ) -> None:
        text = warnings.formatwarning(message, category, filename, lineno, line)
        if file is None or file is sys.stderr:
            console.write("warn", text)
        else:
            file.write(text)

    warnings.showwarning = show_warning
    return console
