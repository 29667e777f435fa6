"""How a module's method is called: setup first, names and state before and after."""

import dataclasses
import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flax import errors
from flax.linen import _state


@dataclasses.dataclass(frozen=True)
class InterceptorContext:
    """What an interceptor is told: the module, the method's name, and the method as it was."""

    module: Any
    method_name: str
    orig_method: Callable[..., Any]


@dataclasses.dataclass
class CallRecord:
    """One call of a method, as `tabulate` shows it."""

    index: int
    path: tuple[str, ...]
    module: Any
    method: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    output: Any = None


def call_method(module: Any, fun: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Any:
    """Runs `fun(module, *args, **kwargs)` as a method of a bound module.

    CallCompactUnboundModuleError for compact methods of unbound modules.
    """
    name = method_name(fun)
    is_setup = name == "setup"
    state = module._state
    if is_setup:
        if module.scope is None:
            raise errors.CallSetupUnboundModuleError()
        outermost = not state.in_setup
        state.in_setup = True
    else:
        module._try_setup()
        outermost = False
    is_compact = hasattr(fun, "compact")
    if is_compact:
        if module.scope is None:
            raise errors.CallCompactUnboundModuleError()
        outermost = not state.in_compact
        state.in_compact = True
    _state.running.append(module)
    try:
        record = None if is_setup else _begin_record(module, name, args, kwargs)
        run = functools.partial(_intercepted, fun) if _state.interceptors else fun
        out = run(module, *args, **kwargs)
        if _state.capturing:
            wanted = _state.capturing[-1]
            if callable(wanted) and wanted(module, name):
                module.sow("intermediates", name, out)
        if record is not None:
            record.output = out
        return out
    finally:
        _state.running.pop()
        if is_compact:
            module.scope.rewind()
        if (is_compact or is_setup) and outermost:
            state.finish_call()


def method_name(fun: Any) -> str:
    """The name of a function, also under `functools.partial`."""
    while isinstance(fun, functools.partial):
        fun = fun.func
    return getattr(fun, "__name__", "unnamed_function")


@contextmanager
def intercept_methods(interceptor: Callable[..., Any]) -> Iterator[None]:
    """Within the `with` block every method of a module goes through `interceptor`.

    It is called as `interceptor(next_fun, args, kwargs, context)` and returns the result.
    """
    _state.interceptors.append(interceptor)
    try:
        yield
    finally:
        _state.interceptors.pop()


def _intercepted(fun: Callable[..., Any], module: Any, *args: Any, **kwargs: Any) -> Any:
    inner = functools.partial(fun, module)
    context = InterceptorContext(module, method_name(fun), inner)

    def around(interceptor: Any, next_fun: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *a, **k: interceptor(next_fun, a, k, context)

    chained: Callable[..., Any] = inner
    for interceptor in reversed(_state.interceptors):
        chained = around(interceptor, chained)
    return chained(*args, **kwargs)


def _begin_record(module: Any, name: str, args: Any, kwargs: Any) -> CallRecord | None:
    if not _state.recording:
        return None
    calls = _state.recording[-1]
    record = CallRecord(len(calls), module.path, module.clone(), name, args, kwargs)
    calls.append(record)
    return record
