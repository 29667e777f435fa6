"""Small pieces of text."""

from __future__ import annotations

from collections.abc import Sequence


def tuple_text(values: Sequence[int]) -> str:
    """``(2, 3)``, ``(3,)``, ``()``."""
    return f"({values[0]},)" if len(values) == 1 else f"({', '.join(map(str, values))})"
