"""``nnx.capture``: a call's intermediate values as a State beside its result."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flax.nnx import statelib
from flax.nnx.module import Module, iter_modules
from flax.nnx.pytree_fields import data
from flax.nnx.statelib import State
from flax.nnx.variablelib import Variable


def _by_module(init: State | None) -> dict[Any, dict[str, Variable]]:
    """The Variables of a State by the path of the Module they belong to."""
    found: dict[Any, dict[str, Variable]] = {}
    for path, variable in statelib.to_flat_state(init) if init is not None else ():
        found.setdefault(path[:-1], {})[path[-1]] = variable
    return found


def _open_boxes(module: Any, kinds: tuple[type[Variable], ...], init: State | None) -> None:
    given = _by_module(init)
    for path, one in iter_modules(module):
        entries: dict[type[Variable], dict[str, Any]] = {kind: {} for kind in kinds}
        for name, variable in given.get(path, {}).items():
            entries.setdefault(type(variable), {})[name] = variable.get_value()
        one.__captures__ = data(tuple(k(v) for k, v in entries.items()))


def _close_boxes(module: Any, kinds: tuple[type[Variable], ...]) -> State:
    flat = {}
    for path, one in list(iter_modules(module)):
        boxes = vars(one).get("__captures__")
        if boxes is None:
            continue
        for box in boxes:
            if type(box) in kinds:
                for name, value in box.get_value().items():
                    flat[(*path, name)] = type(box)(value)
        delattr(one, "__captures__")
    return statelib.from_flat_state(flat)


def _recorded(kind: type[Variable], name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def wrapper(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = method(self, *args, **kwargs)
        self.sow(kind, name, result)
        return result

    return wrapper


@contextmanager
def _recorded_methods(module: Any, kind: type[Variable] | None) -> Iterator[None]:
    """Let the public methods of all Modules' classes record what they give."""
    originals: list[tuple[type, str, Any]] = []
    if kind is not None:
        for cls in {type(one) for _, one in iter_modules(module)}:
            for name, method in list(vars(cls).items()):
                if inspect.isfunction(method) and (name == "__call__" or name[0] != "_"):
                    originals.append((cls, name, method))
                    setattr(cls, name, _recorded(kind, name, method))
    try:
        yield
    finally:
        for cls, name, method in originals:
            setattr(cls, name, method)


def capture(
    fn: Any,
    *var_types: type[Variable],
    init: State | None = None,
    method_outputs: type[Variable] | None = None,
) -> Any:
    """``fn`` with its ``sow``n and ``perturb``ed values: gives ``(result, state, ...)``.

    ``fn`` is a Module, a method of one, or a function whose first argument is one; there is one
    State for each of ``var_types``. ``init`` gives the values to start from, ``method_outputs``
    records the result of every method. With kinds only it is a decorator.
    """
    if isinstance(fn, type) and issubclass(fn, Variable):
        kinds = (fn, *var_types)
        return lambda actual: capture(actual, *kinds, init=init, method_outputs=method_outputs)
    owner = fn.__self__ if inspect.ismethod(fn) else fn
    bound = owner if isinstance(owner, Module) else None

    def wrapper(*args: Any, **kwargs: Any) -> Any:
        module = args[0] if bound is None else bound
        _open_boxes(module, var_types, init)
        with _recorded_methods(module, method_outputs):
            result = fn(*args, **kwargs)
        state = _close_boxes(module, var_types)
        if not var_types:
            return result
        states = statelib.split_state(state, *var_types)
        return (result, states) if len(var_types) == 1 else (result, *states)

    return wrapper
