"""The table of a module's submodules that `tabulate` prints."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import jax
import jax.numpy as jnp
from flax.core.filters import DenyList
from flax.core.frozen_dict import unfreeze
from flax.linen import _state
from flax.linen._table import render_table

_NO_INTERMEDIATES = DenyList("intermediates")


@dataclasses.dataclass
class Row:
    """One submodule: where it is, what went in and out, and its own variables."""

    path: tuple[str, ...]
    module: Any
    method: str
    inputs: Any
    outputs: Any
    variables: dict[str, Any]
    counted: dict[str, Any]


def tabulate(
    module: Any,
    rngs: Any,
    depth: int | None = None,
    show_repeated: bool = False,
    mutable: Any = _NO_INTERMEDIATES,
    console_kwargs: Mapping[str, Any] | None = None,
    table_kwargs: Mapping[str, Any] | None = None,
    column_kwargs: Mapping[str, Any] | None = None,
    compute_flops: bool = False,
    compute_vjp_flops: bool = False,
    **kwargs: Any,
) -> Callable[..., str]:
    """A function of the module's inputs that returns the table as text; floating point operations are not counted."""
    del table_kwargs, column_kwargs
    if compute_flops or compute_vjp_flops:
        raise NotImplementedError("tabulate counts floating point operations in Flax, but not on this page.")

    def table(*args: Any, **call_kwargs: Any) -> str:
        given = {**kwargs, **call_kwargs}
        rows, collections = module_rows(module, rngs, depth, show_repeated, mutable, args, given)
        width = int((console_kwargs or {}).get("width") or 80)
        return _text(type(module).__name__, rows, collections, width)

    return table


def module_rows(
    module: Any,
    rngs: Any,
    depth: int | None,
    show_repeated: bool,
    mutable: Any,
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
) -> tuple[list[Row], list[str]]:
    """The rows of the table and the names of the collections. Runs `init` without computing."""
    _state.recording.append([])
    try:
        variables = jax.eval_shape(lambda: module.init(rngs, *args, mutable=mutable, **kwargs))
        calls = _state.recording[-1]
    finally:
        _state.recording.pop()
    paths = {call.path for call in calls}
    seen: set[tuple[str, ...]] = set()
    rows: list[Row] = []
    for call in calls:
        own: dict[str, Any] = {}
        counted: dict[str, Any] = {}
        if call.path in seen:
            if not show_repeated:
                continue
        else:
            if depth is not None and len(call.path) > depth:
                continue
            own = _own_variables(call.path, variables, paths)
            at_limit = depth is not None and len(call.path) == depth
            counted = _variables_at(call.path, variables) if at_limit else own
        seen.add(call.path)
        inputs = _inputs(call.args, call.kwargs)
        copy = call.module.copy(parent=None)
        rows.append(Row(call.path, copy, call.method, inputs, call.output, own, counted))
    return rows, list(variables)


def _inputs(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if args and kwargs:
        return (*args, kwargs)
    if args:
        return args[0] if len(args) == 1 else args
    return kwargs or ()


def _variables_at(path: tuple[str, ...], variables: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, col in variables.items():
        for step in path:
            col = col.get(step) if col is not None else None
        if col is not None:
            found[name] = unfreeze(col)
    return found


def _own_variables(path: tuple[str, ...], variables: Any, paths: set[Any]) -> dict[str, Any]:
    """The variables at a path, without those of submodules that have a row of their own."""
    found = _variables_at(path, variables)
    return {
        name: {key: value for key, value in col.items() if (*path, key) not in paths} for name, col in found.items()
    }


def _text(title: str, rows: list[Row], collections: list[str], width: int) -> str:
    header = ["path", "module", "inputs", "outputs", *collections]
    totals: dict[str, tuple[int, int]] = dict.fromkeys(collections, (0, 0))
    lines: list[list[str]] = []
    for row in rows:
        method = "" if row.method in ("__call__", "<lambda>") else f" ({row.method})"
        cells = [
            "/".join(row.path),
            type(row.module).__name__ + method,
            _described(row.inputs),
            _described(row.outputs),
        ]
        for name in collections:
            size = _size(row.counted.get(name))
            totals[name] = (totals[name][0] + size[0], totals[name][1] + size[1])
            shown = _described(row.variables[name]) if row.variables.get(name) else ""
            cells.append((f"{shown}\n\n" if shown else "") + _size_text(*size))
        lines.append(cells)
    footer = ["", "", "", "Total", *(_size_text(*totals[name]) for name in collections)]
    whole = [sum(t[i] for t in totals.values()) for i in (0, 1)]
    caption = f"Total Parameters: {_size_text(*whole)}"
    return render_table(f"{title} Summary", header, lines, footer, caption, width)


def _size(tree: Any) -> tuple[int, int]:
    leaves = [x for x in jax.tree_util.tree_leaves(tree) if hasattr(x, "size")]
    return sum(x.size for x in leaves), sum(x.size * x.dtype.itemsize for x in leaves)


def _size_text(size: int, byte_count: int) -> str:
    if not size:
        return ""
    for unit, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "KB")):
        if byte_count > unit:
            return f"{size:,} ({byte_count / unit:,.1f} {name})"
    return f"{size:,} ({byte_count:,} B)"


def _described(x: Any) -> str:
    return "\n".join(_outline(x)).strip()


def _outline(x: Any) -> list[str]:
    """Nested containers as an indented outline: "key: value" and "- item" lines."""
    if isinstance(x, Mapping):
        lines: list[str] = []
        for key, value in x.items():
            lines += _entry(f"{key}:", _outline(value), "  ", value)
        return lines or ["{}"]
    if isinstance(x, (list, tuple)):
        items: list[str] = []
        for value in x:
            inner = _outline(value)
            items += [f"- {inner[0]}", *(f"  {line}" for line in inner[1:])] if inner else ["-"]
        return items or ["[]"]
    return [_leaf_text(x)]


def _entry(head: str, inner: list[str], indent: str, value: Any) -> list[str]:
    nested = isinstance(value, (Mapping, list, tuple)) and len(value) > 0
    if not nested:
        return [f"{head} {inner[0]}"]
    step = "" if isinstance(value, (list, tuple)) else indent
    return [head, *(step + line for line in inner)]


def _leaf_text(x: Any) -> str:
    if x is None or isinstance(x, (int, float)):
        return repr(x)
    if not hasattr(x, "shape") or not hasattr(x, "dtype"):
        return repr(x)
    return f"{jnp.dtype(x.dtype).name}[{','.join(str(n) for n in x.shape)}]"
