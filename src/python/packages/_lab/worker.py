"""What the page's worker calls: the start, a program, and its function once per case."""

from __future__ import annotations

import random
from typing import Any

from pyodide.ffi import to_js

from _lab import call_log, look_inside, startup
from _lab.absent import install_absent
from _lab.console import Console, install_console
from _lab.failure import Failure
from _lab.program import Program
from _lab.refusals import install_refusals
from _lab.result import read_result

_console: Console
_program: Program
_entry: Any
_looking = False


def start(facade: Any, host: Any, log_caps: Any, seen_caps: Any) -> None:
    """Binds everything to JavaScript. `host` has `write(level, text)`, `plot(label, values)`, `ended()`."""
    global _console
    call_log.keep_to(log_caps)
    look_inside.keep_to(seen_caps)
    _console = install_console(host.write)
    # A restored memory would draw the same numbers each time.
    random.seed()
    if facade is not None:
        startup.start(facade)
    install_absent()
    install_refusals(host)


def load(source: str, file: str, entry: str | None) -> Any:
    """Runs a program, as the main one or for a function of it; None, or its failure as a list."""
    global _program, _entry, _raised
    _raised = False
    _program = Program(source, file, "__main__" if entry is None else file.removesuffix(".py"))
    if entry is not None:
        call_log.start(file)
    failure = _program.run()
    if failure is not None:
        return _report(failure)
    _entry = None if entry is None else _program.entry(entry)
    _console.flush()
    return None


def has_entry() -> bool:
    """Whether the program has the function that was asked for."""
    return _entry is not None


def take_calls() -> Any:
    """Ends the log that `load` began for a program with an entry: `[name, words, line or None]` each."""
    return to_js([list(call) for call in call_log.end()])


def start_look() -> None:
    """The next call of the function is looked into."""
    global _looking
    _looking = True


def take_seen() -> Any:
    """What names held in that call: `[function, call, [name, line or None, [path, shape, numbers or None]]]` each."""
    return to_js([[name, call, _lists(rows)] for name, call, rows in look_inside.end()])


def _lists(rows: list[look_inside.Row]) -> list[Any]:
    return [[name, line, [list(leaf) for leaf in leaves]] for name, line, leaves in rows]


def call(inputs: Any) -> Any:
    """Calls the function on `[shape or null, numbers]` each; `[problem, shape, values]` or a failure."""
    global _looking
    arguments = [_argument(given) for given in inputs.to_py()]
    if _looking:
        _looking = False
        look_inside.start(_program.file, _program.source)
    try:
        value = _entry(*arguments)
        result = read_result(value)
    except BaseException as error:
        return _report(_program.failure(error))
    _console.flush()
    return to_js(list(result))


def _argument(given: Any) -> Any:
    import jax.numpy as jnp

    shape, numbers = given
    if shape is None:
        return float(numbers[0])
    return jnp.asarray([float(x) for x in numbers], dtype=jnp.float32).reshape(tuple(shape))


_raised = False


def _report(failure: Failure) -> Any:
    """Shows the traceback, as Python does on stderr: of the first failure, which is the one that the run is told by."""
    global _raised
    if not _raised:
        _console.write("traceback", f"{failure.traceback}\n")
    _raised = True
    _console.flush()
    return to_js(list(failure))
