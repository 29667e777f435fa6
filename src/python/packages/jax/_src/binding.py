"""The way to the JavaScript end.

Nothing here is bound while the packages are imported: a memory snapshot can hold no JavaScript object.
"""

from __future__ import annotations

import builtins
import json
import warnings
from collections.abc import Callable
from typing import Any

from _lab.startup import when_started

try:
    from pyodide.ffi import JsException, create_proxy, jsnull, to_js
except ImportError as error:  # pragma: no cover
    raise ImportError("This jax runs in Pyodide, on the page's own arrays.") from error

from . import errors

__all__ = ["NULL", "JsException", "bind", "calls", "facade", "guarded", "rows", "to_js", "translated"]

NULL = jsnull


class Facade:
    """The functions of the JavaScript end, each looked up once."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(f"jax is not connected to its arrays yet ({name} was asked for).")


facade: Any = Facade()
calls: list[Any] = []
"""The functions of the table by position."""

ENTRIES = (
    "astype avalOf batchOf boolean customJvp customVjp debugCall dependsOn dotGeneral drawnWeights dtypeName "
    "elementsText endDerivative endStaged exampleIndex filled fromValues give indexArray indexed indexRounds "
    "integerPower isConcrete isOfBatch item joinedType jvp linearized memory primalOf pulledBack pushedForward "
    "read release row runBranch runForAll runForOne runRemat runScan runWhile scaledWeights setPrintOption "
    "staged stagedBody stagedText stagedToRead textOf tracerClass transposable updated valueAndGrad valuesOf "
    "vmapped weakFloat weakInt"
).split()


def _warn(category: str, text: str) -> None:
    warnings.warn(text, getattr(builtins, category), stacklevel=1)


@when_started
def bind(module: Any) -> None:
    """Connects the packages to the module that the loader registered."""
    for name in ENTRIES:
        setattr(facade, name, getattr(module, name))
    calls[:] = list(module.calls)
    module.warnWith(create_proxy(_warn))


def rows() -> list[Any]:
    """The table of functions: written beside this file at build time, else asked for."""
    try:
        from . import function_rows  # type: ignore[import-not-found]
    except ImportError:
        import _facade  # type: ignore[import-not-found]

        return json.loads(_facade.rows())
    return function_rows.ROWS


_TYPES: dict[str, type[Exception]] = {
    "TypeError": TypeError,
    "ValueError": ValueError,
    "IndexError": IndexError,
    "AttributeError": AttributeError,
    "NotImplementedError": NotImplementedError,
    "OverflowError": OverflowError,
    "KeyError": KeyError,
    "ZeroDivisionError": ZeroDivisionError,
    "RuntimeError": RuntimeError,
    "RangeError": MemoryError,
    "OutOfMemoryError": MemoryError,
    "ArrayTooLargeError": MemoryError,
}


_failures: list[BaseException] = []


def guarded(function: Callable[..., str]) -> Callable[..., str]:
    """A function for the JavaScript end to call: its error is kept here and raised again afterwards."""

    def call(*numbers: int) -> str:
        try:
            return function(*numbers)
        except BaseException as error:
            _failures.append(error)
            return "!"

    return call


def translated(error: Any) -> BaseException:
    """The Python exception for one of the JavaScript end: same type name, same text."""
    name, text = str(error.name), str(error.message)
    if name == "PythonFailure":
        return _failures.pop()
    if name == "RangeError" and "call stack" in text:
        return RecursionError("maximum recursion depth exceeded")
    known = _TYPES.get(name)
    if known is not None:
        return known(text)
    jax_type = getattr(errors, name, None)
    if isinstance(jax_type, type) and issubclass(jax_type, Exception):
        return errors.with_text(jax_type, text)
    return RuntimeError(f"{name}: {text}")
