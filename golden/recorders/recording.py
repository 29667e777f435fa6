"""How a recording is written: one case a line, so that a case that is added or changed is one line of a diff.

A recording is an object: `recorded_from` with the versions, then its parts. A part is a list of cases, or cases by
name. The comma stands before a case, not after the one above it, so that a case at the end changes no other line.
"""

from __future__ import annotations

import importlib.metadata
import json
import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDINGS = ROOT / "golden/recordings"
RECORDED_FROM = {name: importlib.metadata.version(name) for name in ("jax", "flax", "optax", "numpy")}

Part = Sequence[Any] | Mapping[str, Any]


def write(name: str, **parts: Part) -> None:
    """Writes golden/recordings/<name>.json."""
    write_parts(name, parts)


def write_parts(name: str, parts: Mapping[str, Part]) -> None:
    """Writes golden/recordings/<name>.json, for parts whose names are no identifiers."""
    (RECORDINGS / f"{name}.json").write_text(laid_out(RECORDED_FROM, parts), encoding="utf-8")
    print(f"{name}: {sum(map(len, parts.values()))} cases")


def laid_out(recorded_from: Mapping[str, str], parts: Mapping[str, Part]) -> str:
    """The text of a recording."""
    lines = [f'{{"recorded_from": {_json(recorded_from)}']
    for name, cases in parts.items():
        lines += [f",{_json(name)}: {'{' if isinstance(cases, Mapping) else '['}"]
        lines += [f"{',' if at > 0 else ' '}{row}" for at, row in enumerate(_rows(cases))]
        lines += ["}" if isinstance(cases, Mapping) else "]"]
    return "\n".join([*lines, "}", ""])


def _rows(cases: Part) -> list[str]:
    if isinstance(cases, Mapping):
        return [f"{_json(name)}: {_json(case)}" for name, case in cases.items()]
    return [_json(case) for case in cases]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
