"""`jax.extend.core`: the one function of it that Flax needs."""

from __future__ import annotations

from .._src.trace_state import TraceState, current


def get_opaque_trace_state(convention: str = "flax") -> TraceState | None:
    """A value that is equal for two moments exactly if the same transformation was running in both."""
    del convention
    return current()
