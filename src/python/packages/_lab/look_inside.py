"""What the names of a program's own functions held: kept while one call of it is looked into.

Python tells of every function that ends; of those in the program's file the names are read. What a name held last
counts, and a function that raises has held what it came to.
"""

from __future__ import annotations

import ast
import sys
from types import CodeType, FrameType
from typing import Any

type Leaf = tuple[str, list[int], list[float] | None]
type Row = tuple[str, int | None, list[Leaf]]

_caps: Any
_file = ""
_lines: dict[str, dict[str, int]] = {}
_counts: dict[CodeType, int] = {}
_open: dict[int, tuple[str, int, list[Row]]] = {}
_calls: list[tuple[str, int, list[Row]]] = []


def keep_to(caps: Any) -> None:
    """Sets how much is kept; the page has one table of it."""
    global _caps
    _caps = caps


def start(file: str, source: str) -> None:
    """Begins to keep what names hold in the functions of this file."""
    global _file, _lines
    _file, _lines = file, _lines_of(source)
    for kept in (_counts, _open, _calls):
        kept.clear()
    sys.setprofile(_on_event)


def end() -> list[tuple[str, int, list[Row]]]:
    """Ends that; functions that named no array and no number are left out."""
    sys.setprofile(None)
    ended = [call for call in _calls if call[2]]
    _calls.clear()
    return ended


def _on_event(frame: FrameType, event: str, _: Any) -> None:
    code = frame.f_code
    if code.co_filename != _file or code.co_name.startswith("<"):
        return
    if event == "call":
        number = _counts[code] = _counts.get(code, 0) + 1
        if number <= _caps.callsOfOne and len(_calls) < _caps.calls:
            call = _open[id(frame)] = (code.co_name[: _caps.characters], number, [])
            _calls.append(call)
    elif event == "return" and (call := _open.pop(id(frame), None)) is not None:
        call[2].extend(_rows(frame))


def _rows(frame: FrameType) -> list[Row]:
    code, held = frame.f_code, frame.f_locals
    lines = _lines.get(code.co_name, {})
    rows: list[Row] = []
    # Names of functions around this one are theirs.
    for name in dict.fromkeys((*code.co_varnames, *code.co_cellvars)):
        if name in held and len(rows) < _caps.names and (leaves := _leaves(held[name])):
            rows.append((name[: _caps.characters], lines.get(name), leaves))
    return sorted(rows, key=lambda row: row[1] or 0)


def _leaves(value: Any) -> list[Leaf]:
    from jax.tree_util import keystr, tree_flatten_with_path

    try:
        leaves = [(keystr(path), _numbers(leaf)) for path, leaf in tree_flatten_with_path(value)[0]]
    except Exception:
        # Whatever the program put there need not be a tree.
        return []
    found = [(path[: _caps.characters], *read) for path, read in leaves if read is not None]
    return found[: _caps.leaves]


def _numbers(leaf: Any) -> tuple[list[int], list[float] | None] | None:
    """Shape and first numbers of an array or number; no numbers where a transformation hides them."""
    from jax._src.array import Array
    from jax._src.binding import facade

    if isinstance(leaf, (int, float)) and not isinstance(leaf, bool):
        return [], [float(leaf)]
    if not isinstance(leaf, Array):
        return None
    if str(leaf.dtype).startswith("key<"):
        return None
    shape = [int(size) for size in leaf.shape]
    if not facade.isConcrete(leaf._id):
        return shape, None
    numbers = facade.valuesOf(leaf._id).to_py().tolist()
    whole = len(numbers) == leaf.size
    return shape, [float(x) for x in numbers[: _caps.numbers]] if whole else None


def _lines_of(source: str) -> dict[str, dict[str, int]]:
    """By function: where each name is given a value, for the first time from above."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return {}
    functions = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return {node.name: _lines_in(node) for node in functions}


def _lines_in(function: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, int]:
    lines: dict[str, int] = {}
    waiting: list[ast.AST] = [function.args, *function.body]
    while waiting:
        node = waiting.pop()
        name = node.arg if isinstance(node, ast.arg) else node.id if isinstance(node, ast.Name) else None
        if isinstance(node, ast.arg) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)):
            lines[str(name)] = min(node.lineno, lines.get(str(name), node.lineno))
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            waiting.extend(ast.iter_child_nodes(node))
    return lines
