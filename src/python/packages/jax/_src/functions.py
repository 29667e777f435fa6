"""Python functions for the rows of the table: real signatures, arguments handed over by kind."""

from __future__ import annotations

import operator
from typing import Any

from _lab import call_log

from .array import Array, ArrayImpl, as_array, maybe_array, wrap, wrap_all, wrap_keys
from .binding import NULL, JsException, calls, to_js, translated
from .dtypes import KeyType, dtype, requested
from .table import TABLE, Row


def plain(value: Any) -> Any:
    """An argument as it is: numbers, texts, dtypes, lists, arrays by number."""
    kind = type(value)
    if value is None or kind is int or kind is float or kind is bool:
        return value
    if kind is str:
        return f"'{value}"
    if isinstance(value, Array):
        return f"@{value._id}"
    if isinstance(value, (tuple, list)):
        return to_js([plain(one) for one in value])
    return _plain_other(value)


def _plain_other(value: Any) -> Any:
    if isinstance(value, (dtype, KeyType)):
        return f"'{requested(value, 'a function').name}"
    if isinstance(value, type) or hasattr(value, "is_scalar_type"):
        return f"'{requested(value, 'a function').name}"
    if isinstance(value, Shown):
        return None
    found = maybe_array(value)
    if found is not None:
        _kept[0] = found
        return f"@{found._id}"
    if hasattr(value, "__index__"):
        return value.__index__()
    return f"'{value}"


_kept: list[Any] = [None]
"""Keeps a converted argument alive while it is handed over."""


def _single_number(name: str) -> Exception:
    """JAX's error for one number in place of a list of arrays."""
    if name == "concatenate":
        return ValueError("Need at least one array to concatenate.")
    return TypeError("len() of unsized object")


def listed(values: Any, name: str) -> tuple[Any, list[Any]]:
    """A list of arrays: their numbers, and the arrays, to be kept until the call is over."""
    if isinstance(values, Array):
        if not values.aval.ndim:
            raise _single_number(name)
        arrays = list(values)
    elif isinstance(values, (list, tuple)):
        arrays = [as_array(value, name, i) for i, value in enumerate(values)]
    else:
        raise TypeError(f"{name} requires a list of arrays, got {type(values)}.")
    return to_js([f"@{x._id}" for x in arrays]), arrays


def drawn_shape(shape: Any) -> Any:
    """The shape of a random array; JAX's error for what is none."""
    if isinstance(shape, str):
        raise TypeError(f"Shapes must be 1D sequences of concrete values of integer type, got {shape}.")
    items = (shape,) if hasattr(shape, "__index__") else tuple(shape)
    if any(isinstance(length, (float, str)) for length in items):
        raise TypeError(f"Shapes must be 1D sequences of concrete values of integer type, got {items}.")
    return plain(shape)


def count(number: Any) -> Any:
    """How many; JAX's error for what is no whole number."""
    return plain(number if isinstance(number, (tuple, list, Array)) else operator.index(number))


def keywords(values: dict[str, Any]) -> Any:
    """Further keyword arguments."""
    return to_js({key: plain(value) for key, value in values.items()})


_LISTS = frozenset(
    "split array_split hsplit vsplit dsplit meshgrid broadcast_arrays gradient top_k atleast_1d atleast_2d "
    "atleast_3d".split()
)
"""Functions that give lists; the others give tuples where they give several arrays."""


_KEYS = frozenset(("clone", "fold_in", "key", "split", "wrap_key_data"))
"""Functions of ``jax.random`` that give arrays of keys."""


def as_list(value: Any) -> Any:
    """A result as a list where it is a tuple."""
    return list(value) if isinstance(value, tuple) else value


def result(value: Any) -> Any:
    """A result of the JavaScript end that is no single array."""
    if value.__class__ is int:
        return wrap(value)
    if value[0] == "(":
        return tuple(wrap_all(value[1:]))
    import json

    return json.loads(value[1:])


def _argument(parameter: Any, position: int, name: str) -> tuple[list[str], str]:
    """Lines that prepare an argument, and the expression that is handed over."""
    label, default, given, kind = parameter
    path = {"x1": "x", "x2": "y"}.get(label, label)
    if given == "varargs":
        return [f"{label}_, _kept{position} = _L({label}, {name!r})"], f"{label}_"
    if kind == "array" and default is None:
        return [
            f"if {label}.__class__ is not _I: {label} = _A({label}, {name!r}, {position}, {path!r})"
        ], f"{label}._id"
    if kind == "array":
        empty = "None" if default in (None, "None") else "NULL"
        lines = [f"if {label} is not None: {label} = _A({label}, {name!r}, {position}, {path!r})"]
        return lines, f"{empty} if {label} is None else '@%d' % {label}._id"
    if kind == "arrays":
        return [f"{label}_, _kept{position} = _L({label}, {name!r})"], f"{label}_"
    if kind == "seed":
        return [f"if {label}.__class__ is float: {label} = _A({label}, {name!r}, {position})"], f"_P({label})"
    if given == "varkw":
        return [], f"_K({label})"
    if kind == "count":
        return [], f"_N({label})"
    if kind == "shape":
        return [], f"_S({label})" if default not in (None, "None") else f"None if {label} is None else _S({label})"
    if default in (None, "None"):
        return [], f"_P({label})"
    return [], f"NULL if {label} is None else _P({label})"


_TOLD = {
    "celu": "maximum",
    "logmeanexp": "logsumexp",
    "relu": "maximum",
    "relu6": "maximum",
    "selu": "elu",
    "softmax": "max",
    "softplus": "logaddexp",
}
"""Functions of ``jax.nn`` whose error names the function that they hand their argument to."""


class Shown:
    """A default without a text of its own, such as a class: shown in signatures, not handed over."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def default_text(default: str) -> str:
    """Python's text of a default value."""
    if default in ("<class 'float'>", "<class 'int'>", "<class 'bool'>"):
        return default[8:-2]
    return f"Shown({default!r})" if default == "..." or default.startswith(("<", "np.")) else default


def _signature(row: Row) -> str:
    parts: list[str] = []
    previous = ""
    for label, default, given, _ in row.parameters:
        if previous == "positional-only" != given:
            parts.append("/")
        if given == "keyword-only" and previous not in ("keyword-only", "varargs"):
            parts.append("*")
        stars = {"varargs": "*", "varkw": "**"}.get(given, "")
        parts.append(f"{stars}{label}" if default is None else f"{label}={default_text(default)}")
        previous = given
    if previous == "positional-only":
        parts.append("/")
    return ", ".join(parts)


def source_of(row: Row) -> str:
    """The text of a row's Python function."""
    prepared: list[str] = []
    if row.name == "PRNGKey":
        prepared.append("    if call_log.calls is not None: call_log.add('PRNGKey', lambda: [seed])")
    arguments: list[str] = []
    shown = f"jnp.linalg.{row.name}" if row.module == "jax.numpy.linalg" else row.name
    if row.module == "jax.nn":
        shown = _TOLD.get(row.name, row.name)
    wrapped = "_WK" if row.name in _KEYS and row.module == "jax.random" else "_W"
    several = "as_list(_R(r))" if row.name in _LISTS else "_R(r)"
    # JAX counts the arrays alone where it says which argument is none.
    position = 0
    for parameter in row.parameters:
        before, value = _argument(parameter, position, shown)
        position += parameter[3] in ("array", "arrays", "either")
        prepared += [f"    {line}" for line in before]
        arguments.append(value)
    return "\n".join(
        [
            f"def {row.name}({_signature(row)}):",
            *prepared,
            f"    try: r = calls[{row.index}]({', '.join(arguments)})",
            "    except JsException as error: raise translated(error) from None",
            f"    return {wrapped}(r) if r.__class__ is int else {several}",
        ]
    )


def make_functions() -> dict[str, dict[str, Any]]:
    """Module name → function name → function."""
    modules: dict[str, dict[str, Any]] = {}
    scope: dict[str, Any] = {
        "_A": as_array,
        "Array": Array,
        "_I": ArrayImpl,
        "JsException": JsException,
        "_K": keywords,
        "_L": listed,
        "_N": count,
        "NULL": NULL,
        "_P": plain,
        "_R": result,
        "_S": drawn_shape,
        "Shown": Shown,
        "_W": wrap,
        "_WK": wrap_keys,
        "as_list": as_list,
        "calls": calls,
        "inf": float("inf"),
        "call_log": call_log,
        "translated": translated,
    }
    sources = "\n".join(f"{source_of(row)}\nmade[{row.index}] = {row.name}" for row in TABLE)
    made: dict[int, Any] = {}
    scope["made"] = made
    exec(compile(sources, "<jax functions>", "exec"), scope)
    for row in TABLE:
        function = made[row.index]
        function.__module__ = row.module
        function.__qualname__ = row.name
        function.__doc__ = row.doc
        if row.gives is not None:
            function.__annotations__ = {"return": row.gives}
        modules.setdefault(row.module, {})[row.name] = function
    return modules


FUNCTIONS = make_functions()
