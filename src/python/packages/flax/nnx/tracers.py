"""Which trace an object belongs to: what was made outside a trace must not change inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jax
from flax.nnx import reprlib

try:
    from jax.extend.core import get_opaque_trace_state
except ImportError:

    def get_opaque_trace_state(convention: str = "nnx") -> Any:
        """Where JAX cannot tell its traces apart, all of them count as one."""
        return None


def current_jax_trace() -> Any:
    """A value that compares equal exactly while the same trace is running."""
    return get_opaque_trace_state(convention="nnx")


class TraceState(reprlib.Representable):
    """Remembers the trace in which it was made."""

    __slots__ = ("_jax_trace",)

    def __init__(self) -> None:
        self._jax_trace = current_jax_trace()

    @property
    def jax_trace(self) -> Any:
        """The remembered trace."""
        return self._jax_trace

    def is_valid(self) -> bool:
        """Whether the remembered trace is the one that runs now."""
        return self._jax_trace == current_jax_trace()

    def __nnx_repr__(self) -> Iterator[reprlib.Object | reprlib.Attr]:
        yield reprlib.Object(type(self).__name__)
        yield reprlib.Attr("jax_trace", self._jax_trace)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TraceState) and self._jax_trace == other._jax_trace

    def __hash__(self) -> int:
        return hash(TraceState)

    def __getstate__(self) -> dict[str, Any]:
        return {}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._jax_trace = current_jax_trace()


jax.tree_util.register_pytree_node(TraceState, lambda state: ((), None), lambda static, children: TraceState())
