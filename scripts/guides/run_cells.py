"""Runs a notebook's cells one after another, and writes a line of JSON for each: what it printed, or its error.

The same text runs on a real JAX and on the page's Python. A cell's last expression is shown by its repr.
"""

import ast
import contextlib
import io
import json
import linecache
import sys
import traceback


def _run_cell(source, file):
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    tree = ast.parse(source, file)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, file, "exec", dont_inherit=True), globals())
    if last is None or source.rstrip().endswith(";"):
        return
    value = eval(compile(ast.Expression(last.value), file, "eval", dont_inherit=True), globals())
    if value is not None:
        print(repr(value))


def _settle():
    """What jitted code prints by callbacks comes before the cell's end."""
    jax = sys.modules.get("jax")
    barrier = getattr(jax, "effects_barrier", None)
    if barrier is not None:
        barrier()


def _run_cells(cells):
    out = sys.stdout
    for number, source in enumerate(cells, 1):
        printed = io.StringIO()
        error = None
        with contextlib.redirect_stdout(printed):
            try:
                _run_cell(source, f"cell_{number}.py")
                _settle()
            except BaseException as raised:
                error = f"{type(raised).__name__}: {raised}"
                where = traceback.format_exc()[-2500:]
        row = {"cell": number, "printed": printed.getvalue(), "error": error}
        if error is not None:
            row["traceback"] = where
        out.write(f"{json.dumps(row)}\n")
        out.flush()
