"""The table of functions that both languages share."""

from __future__ import annotations

from typing import Any

from .binding import rows


class Row:
    """One function: its parameters as name, Python's text of the default or None, and kind; its docstring; the
    class of its result, where that is always the same."""

    def __init__(self, index: int, row: dict[str, Any]) -> None:
        self.index = index
        self.module: str = row["module"]
        self.name: str = row["name"]
        self.parameters: list[Any] = row["parameters"]
        self.doc: str | None = row.get("doc")
        self.gives: str | None = row.get("gives")


TABLE = [Row(i, row) for i, row in enumerate(rows())]
_positions = {(row.module, row.name): row.index for row in TABLE}


def position(module: str, name: str) -> int:
    """Where a function stands in the table; -1 if it is not there."""
    return _positions.get((module, name), -1)
