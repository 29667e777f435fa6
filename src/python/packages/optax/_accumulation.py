"""Transformations that remember earlier updates."""

from typing import Any, NamedTuple

import jax
from optax._base import GradientTransformation, is_none, zero_count
from optax._numerics import safe_increment
from optax.tree_utils import (
    tree_bias_correction,
    tree_cast,
    tree_update_moment,
    tree_zeros_like,
)


class TraceState(NamedTuple):
    """The decaying sum of updates."""

    trace: Any


def trace(decay: Any, nesterov: bool = False, accumulator_dtype: Any = None) -> GradientTransformation:
    """Momentum: `trace = update + decay * trace`; the new update is the trace.

    nesterov: it is `update + decay * trace` with the new trace.
    """

    def init_fn(params: Any) -> TraceState:
        return TraceState(trace=tree_zeros_like(params, dtype=accumulator_dtype))

    def added(u: Any, t: Any) -> Any:
        return None if u is None else u + decay * t

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        new = jax.tree.map(added, updates, state.trace, is_leaf=is_none)
        out = jax.tree.map(added, updates, new, is_leaf=is_none) if nesterov else new
        return out, TraceState(trace=tree_cast(new, accumulator_dtype))

    return GradientTransformation(init_fn, update_fn)


class EmaState(NamedTuple):
    """Number of steps and moving average of updates."""

    count: Any
    ema: Any


def ema(decay: Any, debias: bool = True, accumulator_dtype: Any = None) -> GradientTransformation:
    """The exponential moving average of updates; `debias` makes up for its start at zero."""

    def init_fn(params: Any) -> EmaState:
        return EmaState(zero_count(), tree_zeros_like(params, dtype=accumulator_dtype))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        new = tree_update_moment(updates, state.ema, decay, 1)
        count = safe_increment(state.count)
        out = tree_bias_correction(new, decay, count) if debias else new
        return out, EmaState(count=count, ema=tree_cast(new, accumulator_dtype))

    return GradientTransformation(init_fn, update_fn)


class ApplyEvery(NamedTuple):
    """Steps since the last release, and the updates gathered."""

    count: Any
    grad_acc: Any


def apply_every(k: int = 1) -> GradientTransformation:
    """Gathers updates and releases their sum every `k` steps, zeros in between."""

    def init_fn(params: Any) -> ApplyEvery:
        return ApplyEvery(count=zero_count(), grad_acc=tree_zeros_like(params))

    def update_fn(updates: Any, state: Any, params: Any = None) -> Any:
        del params
        place = state.count % k
        goes_on = place != 0
        gathered = jax.tree.map(lambda u, a: goes_on * a + u, updates, state.grad_acc)
        release = place == (k - 1)
        out = jax.tree.map(lambda a: release * a, gathered)
        return out, ApplyEvery(count=safe_increment(state.count) % k, grad_acc=gathered)

    return GradientTransformation(init_fn, update_fn)
