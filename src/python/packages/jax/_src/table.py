"""The table of functions that both languages share."""

from __future__ import annotations

from typing import Any

from .binding import rows


class Row:
    """One function: its parameters as name, Python's text of the default or None, and kind."""

    def __init__(self, index: int, module: str, name: str, parameters: list[Any], summary: str) -> None:
        self.index = index
        self.module = module
        self.name = name
        self.parameters = parameters
        self.summary = summary


TABLE = [
    Row(i, row["module"], row["name"], row["parameters"], row.get("summary") or "") for i, row in enumerate(rows())
]
_positions = {(row.module, row.name): row.index for row in TABLE}


def position(module: str, name: str) -> int:
    """Where a function stands in the table; -1 if it is not there."""
    return _positions.get((module, name), -1)
