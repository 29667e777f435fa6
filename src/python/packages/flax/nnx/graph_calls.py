"""Calling a model that is held as a description and States."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any


class Caller:
    """``caller.attribute[...](args)`` becomes a call of that attribute on a fresh model."""

    def __init__(self, run: Callable[..., Any], steps: tuple[Callable[[Any], Any], ...] = ()):
        self._run, self._steps = run, steps

    def __getattr__(self, name: str) -> Caller:
        return Caller(self._run, (*self._steps, lambda x: getattr(x, name)))

    def __getitem__(self, key: Any) -> Caller:
        return Caller(self._run, (*self._steps, lambda x: x[key]))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        def access(x: Any) -> Any:
            return functools.reduce(lambda value, step: step(value), self._steps, x)

        return self._run(access, *args, **kwargs)


def call(graphdef_state: tuple[Any, ...], /) -> Caller:
    """Call methods of ``(graphdef, state)``: gives ``(out, (graphdef, state))``.

    The model of the call holds the State's own Variables, so what it writes is seen there.
    """

    def run(access: Callable[[Any], Any], *args: Any, **kwargs: Any) -> Any:
        from flax.nnx import graphlib

        node = graphlib.merge(*graphdef_state)
        out = access(node)(*args, **kwargs)
        return out, graphlib.split(node)

    return Caller(run)


def cached_partial(
    f: Callable[..., Any], *cached_args: Any, graph: bool | None = None, graph_updates: bool | None = None
) -> Callable[..., Any]:
    """``functools.partial`` for a function from ``nnx.jit``, fixing its first arguments.

    Changes to the fixed models are seen by all, as they are passed on anew at every call.
    """
    if graph is False or graph_updates is False:
        raise ValueError("cached_partial is a graph-mode-only API and requires graph_updates=True.")
    return functools.partial(f, *cached_args)
