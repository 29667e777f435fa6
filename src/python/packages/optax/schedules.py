"""Schedules: functions from the number of steps to a value, such as a learning rate."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import _absent
import jax.numpy as jnp
from optax._interpolated import cosine_onecycle_schedule as cosine_onecycle_schedule
from optax._interpolated import linear_onecycle_schedule as linear_onecycle_schedule
from optax._interpolated import piecewise_interpolate_schedule as piecewise_interpolate_schedule

Schedule = Callable[[Any], Any]


def constant_schedule(value: Any) -> Schedule:
    """Always `value`."""
    return lambda count: value


def polynomial_schedule(
    init_value: Any, end_value: Any, power: Any, transition_steps: int, transition_begin: int = 0
) -> Schedule:
    """From `init_value` to `end_value` over `transition_steps`, along a power of what is left.

    It begins at step `transition_begin`; without steps it stays at `init_value`.
    """
    if transition_steps <= 0:
        return lambda count: init_value
    begin = max(transition_begin, 0)

    def schedule(count: Any) -> Any:
        left = 1 - jnp.clip(count - begin, 0, transition_steps) / transition_steps
        return (init_value - end_value) * (left**power) + end_value

    return schedule


def linear_schedule(init_value: Any, end_value: Any, transition_steps: int, transition_begin: int = 0) -> Schedule:
    """From `init_value` to `end_value` in a straight line over `transition_steps`."""
    return polynomial_schedule(init_value, end_value, 1, transition_steps, transition_begin)


def piecewise_constant_schedule(init_value: Any, boundaries_and_scales: dict[int, float] | None = None) -> Schedule:
    """`init_value`, multiplied at each boundary by its scale. ValueError for a negative scale."""
    steps = sorted((boundaries_and_scales or {}).items())
    if any(scale < 0.0 for _, scale in steps):
        raise ValueError("`piecewise_constant_schedule` expects non-negative scale factors")

    def schedule(count: Any) -> Any:
        value = init_value
        for boundary, scale in steps:
            before = jnp.maximum(0.0, jnp.sign(boundary - count))
            value = value * before + (1 - before) * scale * value
        return value

    return schedule


def exponential_decay(
    init_value: Any,
    transition_steps: int,
    decay_rate: float,
    transition_begin: int = 0,
    staircase: bool = False,
    end_value: Any = None,
) -> Schedule:
    """`init_value * decay_rate ** (count / transition_steps)`, from step `transition_begin` on.

    staircase: whole powers only; end_value: where it stops.
    """
    if transition_steps <= 0 or decay_rate == 0:
        return lambda count: init_value
    begin = max(transition_begin, 0)
    bound = jnp.maximum if decay_rate < 1.0 else jnp.minimum

    def schedule(count: Any) -> Any:
        past = count - begin
        power = past / transition_steps
        if staircase:
            power = jnp.floor(power)
        value = jnp.where(past <= 0, init_value, init_value * jnp.power(decay_rate, power))
        return value if end_value is None else bound(value, end_value)

    return schedule


def cosine_decay_schedule(init_value: Any, decay_steps: int, alpha: Any = 0.0, exponent: Any = 1.0) -> Schedule:
    """From `init_value` to `alpha * init_value` along half a cosine over `decay_steps`.

    ValueError unless `decay_steps` is positive.
    """
    if not decay_steps > 0:
        raise ValueError(f"The cosine_decay_schedule requires positive decay_steps, got decay_steps={decay_steps!r}.")
    steps = float(decay_steps) if isinstance(decay_steps, int) else decay_steps

    def schedule(count: Any) -> Any:
        count = float(count) if isinstance(count, int) else count
        done = jnp.pi * jnp.minimum(count, steps) / steps
        height = 0.5 * (1 + jnp.cos(done))
        return init_value * ((1 - alpha) * height**exponent + alpha)

    return schedule


def join_schedules(schedules: Sequence[Schedule], boundaries: Sequence[int]) -> Schedule:
    """One schedule after the other; each counts from its boundary on."""

    def schedule(step: Any) -> Any:
        value = schedules[0](step)
        for boundary, following in zip(boundaries, schedules[1:], strict=False):
            value = jnp.where(step < boundary, value, following(step - boundary))
        return value

    return schedule


def warmup_constant_schedule(init_value: Any, peak_value: Any, warmup_steps: int) -> Schedule:
    """From `init_value` to `peak_value` in a straight line, where it stays."""
    return linear_schedule(init_value, peak_value, warmup_steps)


def warmup_cosine_decay_schedule(
    init_value: Any,
    peak_value: Any,
    warmup_steps: int,
    decay_steps: int,
    end_value: Any = 0.0,
    exponent: Any = 1.0,
) -> Schedule:
    """Up to `peak_value` in a straight line, then down to `end_value` along a cosine.

    decay_steps: the length of both together.
    """
    alpha = 0.0 if peak_value == 0.0 else end_value / peak_value
    up = linear_schedule(init_value, peak_value, warmup_steps)
    down = cosine_decay_schedule(peak_value, decay_steps - warmup_steps, alpha, exponent)
    return join_schedules([up, down], [warmup_steps])


def warmup_exponential_decay_schedule(
    init_value: Any,
    peak_value: Any,
    warmup_steps: int,
    transition_steps: int,
    decay_rate: float,
    transition_begin: int = 0,
    staircase: bool = False,
    end_value: Any = None,
) -> Schedule:
    """Up to `peak_value` in a straight line, then `exponential_decay`."""
    up = linear_schedule(init_value, peak_value, warmup_steps)
    down = exponential_decay(peak_value, transition_steps, decay_rate, transition_begin, staircase, end_value)
    return join_schedules([up, down], [warmup_steps])


def sgdr_schedule(cosine_kwargs: Iterable[dict[str, Any]]) -> Schedule:
    """Several `warmup_cosine_decay_schedule`s in a row, each given by its arguments."""
    schedules: list[Schedule] = []
    boundaries: list[int] = []
    step = 0
    for kwargs in cosine_kwargs:
        schedules.append(warmup_cosine_decay_schedule(**kwargs))
        step += kwargs["decay_steps"]
        boundaries.append(step)
    return join_schedules(schedules, boundaries[:-1])


__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Optax 0.2.8",
    {"optax._inject": "InjectHyperparamsState InjectStatefulHyperparamsState WrappedSchedule inject_hyperparams"},
    lacking="StatefulSchedule inject_stateful_hyperparams",
)
