"""Transformations that add to updates."""

from typing import Any, NamedTuple

import jax
from optax._base import (
    NO_PARAMS_MSG,
    EmptyState,
    GradientTransformation,
    is_none,
    zero_count,
)
from optax._combining import masked
from optax._numerics import safe_increment

AddDecayedWeightsState = EmptyState


class WeightDecaySchedule(NamedTuple):
    """How many steps a scheduled weight decay has gone."""

    count: Any


def add_decayed_weights(weight_decay: Any = 0.0, mask: Any = None) -> GradientTransformation:
    """Adds `weight_decay` times the parameters, where `mask` holds if one is given.

    weight_decay: a number or a schedule. `update` raises ValueError where no parameters are passed.
    """
    scheduled = callable(weight_decay)

    def init_fn(params: Any) -> Any:
        del params
        return WeightDecaySchedule(count=zero_count()) if scheduled else EmptyState()

    def update_fn(updates: Any, state: Any, params: Any) -> Any:
        if params is None:
            raise ValueError(NO_PARAMS_MSG)
        rate: Any = weight_decay(state.count) if scheduled else weight_decay
        if scheduled:
            state = WeightDecaySchedule(safe_increment(state.count))
        elif isinstance(weight_decay, (int, float)) and weight_decay == 0.0:
            return updates, state

        def decayed(u: Any, p: Any) -> Any:
            return None if u is None else u + rate * p

        return jax.tree.map(decayed, updates, params, is_leaf=is_none), state

    step = GradientTransformation(init_fn, update_fn)
    return step if mask is None else masked(step, mask)
