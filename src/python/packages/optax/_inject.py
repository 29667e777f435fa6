"""Hyperparameters as part of an optimizer's state."""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from optax._base import GradientTransformationExtraArgs, with_extra_args_support, zero_count
from optax._numerics import safe_increment
from optax.tree_utils import tree_dtype


class InjectHyperparamsState(NamedTuple):
    """Number of steps, hyperparameters, and the state of the optimizer inside."""

    count: Any
    hyperparams: dict[str, Any]
    inner_state: Any


class InjectStatefulHyperparamsState(NamedTuple):
    """Number of steps, hyperparameters, their schedules' states, and the inner state."""

    count: Any
    hyperparams: dict[str, Any]
    hyperparams_states: dict[str, Any]
    inner_state: Any


class WrappedScheduleState(NamedTuple):
    """How many steps a schedule has gone."""

    count: Any


class WrappedSchedule:
    """A schedule with a state of its own: the number of steps."""

    def __init__(self, schedule_fn: Callable[[Any], Any]):
        self.schedule_fn = schedule_fn

    def init(self) -> WrappedScheduleState:
        """The state before the first step."""
        return WrappedScheduleState(count=zero_count())

    def update(self, state: Any, **extra_args: Any) -> WrappedScheduleState:
        """The state one step later."""
        del extra_args
        return WrappedScheduleState(count=safe_increment(state.count))

    def __call__(self, state: Any, **extra_args: Any) -> Any:
        del extra_args
        return self.schedule_fn(state.count)


def inject_hyperparams(
    inner_factory: Callable[..., Any],
    static_args: str | Iterable[str] = (),
    hyperparam_dtype: Any = None,
) -> Callable[..., GradientTransformationExtraArgs]:
    """A factory like `inner_factory` whose numbers and schedules live in `state.hyperparams`.

    So they can be read and, where they are numbers, changed while training. static_args: names of
    arguments that stay as they are; ValueError for names that are none.
    """
    static = {static_args} if isinstance(static_args, str) else set(static_args)
    signature = inspect.signature(inner_factory)
    if not static.issubset(signature.parameters):
        raise ValueError(
            "`static_args` must specify a subset of `inner_factory`'s parameters. Given `static_args`: "
            f"{static}. `inner_factory` parameters: {set(signature.parameters.keys())}"
        )

    @functools.wraps(inner_factory)
    def wrapped_transform(*args: Any, **kwargs: Any) -> GradientTransformationExtraArgs:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        schedules, numbers, others = _sorted_out(bound.arguments, static)

        def dtype_for(params: Any) -> Any:
            return tree_dtype(params, "highest") if hyperparam_dtype is None else hyperparam_dtype

        def scheduled(states: Any, dtype: Any, **extra: Any) -> dict[str, Any]:
            return {k: _as_float(f(states[k], **extra), dtype) for k, f in schedules.items()}

        def init_fn(params: Any) -> InjectStatefulHyperparamsState:
            dtype = dtype_for(params)
            values = {k: jnp.asarray(_as_float(v, dtype)) for k, v in numbers.items()}
            states = {k: f.init() for k, f in schedules.items()}
            values.update(scheduled(states, dtype))
            inner = inner_factory(**others, **values).init(params)
            return InjectStatefulHyperparamsState(zero_count(), values, states, inner)

        def update_fn(updates: Any, state: Any, params: Any = None, **extra: Any) -> Any:
            dtype = dtype_for(params)
            values = {k: _as_float(v, dtype) for k, v in state.hyperparams.items()}
            values.update(scheduled(state.hyperparams_states, dtype, **extra))
            states = {k: f.update(state.hyperparams_states[k], **extra) for k, f in schedules.items()}
            tx = with_extra_args_support(inner_factory(**others, **values))
            updates, inner = tx.update(updates, state.inner_state, params, **extra)
            count = safe_increment(state.count)
            return updates, InjectStatefulHyperparamsState(count, values, states, inner)

        return GradientTransformationExtraArgs(init_fn, update_fn)

    return wrapped_transform


def _sorted_out(arguments: Any, static: set[str]) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Arguments that are schedules, those that are numbers, and the others."""
    schedules: dict[str, Any] = {}
    numbers: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, value in arguments.items():
        if name in static or isinstance(value, bool):
            others[name] = value
        elif callable(value):
            has_state = hasattr(value, "init") and hasattr(value, "update")
            schedules[name] = value if has_state else WrappedSchedule(value)
        elif isinstance(value, (int, float, jax.Array)):
            numbers[name] = value
        else:
            others[name] = value
    return schedules, numbers, others


def _as_float(x: Any, dtype: Any) -> Any:
    """Floats of no firm dtype in `dtype`; everything else unchanged."""
    if isinstance(x, jax.Array):
        if not getattr(x, "weak_type", False) or not jnp.issubdtype(x.dtype, jnp.floating):
            return x
    elif not isinstance(x, float):
        return x
    return jnp.asarray(x, dtype=dtype)
