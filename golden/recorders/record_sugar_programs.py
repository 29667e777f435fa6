"""Runs the programs that a lesson shows side by side on real JAX and Flax, and records what they print."""

from __future__ import annotations

import contextlib
import io

from lesson_folders import LESSONS
from recording import write

PROGRAMS = sorted(LESSONS.glob("*/sugar/*.py"))


def printed(program: str) -> str:
    """What a program prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(program, "<program>", "exec"), {"__name__": "__main__"})
    return out.getvalue()


if __name__ == "__main__":
    write("sugar_programs", python={path.stem: printed(path.read_text()) for path in PROGRAMS})
