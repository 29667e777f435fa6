"""What recorders read of the lessons' folders."""

import contextlib
import io
import json
import pathlib
import re
import types
from collections.abc import Callable
from typing import Any

from recording import ROOT

import jax.numpy as jnp

LESSONS = ROOT / "src/lessons"


def lessons_with(name: str) -> list[pathlib.Path]:
    """The folders of the lessons that have a file of this name."""
    return sorted(path.parent for path in LESSONS.glob(f"*/{name}"))


def entry_of(folder: pathlib.Path, program: pathlib.Path) -> Callable[..., Any]:
    """The function that a lesson asks for, from a program of it."""
    name = re.search(r"^def (\w+)\(", (folder / "start.py").read_text(), re.MULTILINE)
    if name is None:
        raise ValueError(f"{folder / 'start.py'} defines no function")
    module = types.ModuleType(name[1])
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(program.read_text(), program.name, "exec", dont_inherit=True), module.__dict__)
    return getattr(module, name[1])


def recorded_cases(folder: pathlib.Path) -> list[list[Any]]:
    """The arguments of each case in recorded-cases.json, as the page passes them: floats and float32 arrays."""
    cases = json.loads((folder / "recorded-cases.json").read_text())
    return [[_argument(value) for value in case] for case in cases]


def _argument(value: Any) -> Any:
    return jnp.asarray(value, dtype=jnp.float32) if isinstance(value, list) else float(value)
