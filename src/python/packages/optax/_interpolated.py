"""Schedules that pass through given points."""

from collections.abc import Callable
from typing import Any

import jax.numpy as jnp

Schedule = Callable[[Any], Any]


def piecewise_interpolate_schedule(
    interpolate_type: str, init_value: Any, boundaries_and_scales: dict[int, float] | None = None
) -> Schedule:
    """From `init_value` to each boundary's multiple of the value before, interpolated in between.

    interpolate_type: "linear" or "cosine". ValueError for another, or for a negative scale.
    """
    if interpolate_type not in ("linear", "cosine"):
        raise ValueError("`interpolate_type` must be either 'cosine' or 'linear'")
    between = _linear if interpolate_type == "linear" else _cosine
    points = sorted((boundaries_and_scales or {}).items())
    if any(scale < 0.0 for _, scale in points):
        raise ValueError("`piecewise_interpolate_schedule` expects non-negative scale factors")
    places = [0, *(place for place, _ in points)]
    values = [init_value]
    for _, scale in points:
        values.append(values[-1] * scale)

    def schedule(count: Any) -> Any:
        total: Any = 0.0
        for i, start in enumerate(places[:-1]):
            end = places[i + 1]
            share = (count - start) / max(end - start, 1)
            inside = jnp.logical_and(start <= count, count < end)
            total = total + inside * between(values[i], values[i + 1], share)
        return total + (places[-1] <= count) * jnp.asarray(values[-1], jnp.float32)

    return schedule


def linear_onecycle_schedule(
    transition_steps: int,
    peak_value: Any,
    pct_start: float = 0.3,
    pct_final: float = 0.85,
    div_factor: float = 25.0,
    final_div_factor: float = 1e4,
) -> Schedule:
    """Up to `peak_value`, down to where it began, and on to almost nothing, in straight lines.

    ValueError without steps.
    """
    if transition_steps <= 0:
        raise ValueError("A linear onecycle schedule was set with a non-positive `transition_steps`")
    return piecewise_interpolate_schedule(
        "linear",
        peak_value / div_factor,
        {
            int(pct_start * transition_steps): div_factor,
            int(pct_final * transition_steps): 1.0 / div_factor,
            transition_steps: 1.0 / final_div_factor,
        },
    )


def cosine_onecycle_schedule(
    transition_steps: int,
    peak_value: Any,
    pct_start: float = 0.3,
    div_factor: float = 25.0,
    final_div_factor: float = 1e4,
) -> Schedule:
    """Up to `peak_value` and down to almost nothing, along cosines. ValueError without steps."""
    if transition_steps <= 0:
        raise ValueError("A linear onecycle schedule was set with a non-positive `transition_steps`")
    return piecewise_interpolate_schedule(
        "cosine",
        peak_value / div_factor,
        {
            int(pct_start * transition_steps): div_factor,
            int(transition_steps): 1.0 / (div_factor * final_div_factor),
        },
    )


def _linear(start: Any, end: Any, share: Any) -> Any:
    return (end - start) * share + start


def _cosine(start: Any, end: Any, share: Any) -> Any:
    return end + (start - end) / 2.0 * (jnp.cos(jnp.pi * share) + 1)
