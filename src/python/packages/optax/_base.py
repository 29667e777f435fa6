"""Gradient transformations: what every optimizer is made of."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

OptState = Any
Params = Any
Updates = Any
Schedule = Callable[[Any], Any]
ScalarOrSchedule = Any
MaskOrFn = Any
TransformInitFn = Callable[[Any], Any]
TransformUpdateFn = Callable[..., tuple[Any, Any]]
TransformUpdateExtraArgsFn = Callable[..., tuple[Any, Any]]

NO_PARAMS_MSG = (
    "You are using a transformation that requires the current value of parameters, but you are not "
    "passing `params` when calling `update`."
)


class GradientTransformation(NamedTuple):
    """A pair of pure functions.

    `init(params)` makes the state; `update(updates, state, params)` returns the new updates and the new
    state. Updates are trees like the parameters.
    """

    init: TransformInitFn
    update: TransformUpdateFn


class GradientTransformationExtraArgs(GradientTransformation):
    """A transformation whose `update` takes further keyword arguments."""


class EmptyState(NamedTuple):
    """The state of a transformation that keeps nothing."""


def init_empty_state(params: Params) -> EmptyState:
    """An `EmptyState`, whatever the parameters."""
    del params
    return EmptyState()


def from_updates(fn: Callable[[Updates], Updates]) -> GradientTransformation:
    """The transformation without state that applies `fn` to the tree of updates."""

    def update_fn(updates: Updates, state: Any, params: Any = None) -> tuple[Updates, Any]:
        del params
        return fn(updates), state

    return GradientTransformation(init_empty_state, update_fn)


def from_params(fn: Callable[[Updates, Params], Updates]) -> GradientTransformation:
    """The transformation without state that applies `fn` to updates and parameters.

    Its `update` raises ValueError where no parameters are passed.
    """

    def update_fn(updates: Updates, state: Any, params: Any) -> tuple[Updates, Any]:
        if params is None:
            raise ValueError(NO_PARAMS_MSG)
        return fn(updates, params), state

    return GradientTransformation(init_empty_state, update_fn)


def identity() -> GradientTransformation:
    """Leaves the updates as they are."""
    return from_updates(lambda updates: updates)


def set_to_zero() -> GradientTransformation:
    """Replaces the updates by zeros, which freezes the parameters."""
    return from_updates(lambda updates: jax.tree.map(jnp.zeros_like, updates))


def stateless(f: Callable[[Updates, Any], Updates]) -> GradientTransformation:
    """The transformation that applies `f(updates, params)`."""

    def update_fn(updates: Updates, state: Any, params: Any = None) -> tuple[Updates, EmptyState]:
        del state
        return f(updates, params), EmptyState()

    return GradientTransformation(init_empty_state, update_fn)


def stateless_with_tree_map(f: Callable[[Any, Any], Any]) -> GradientTransformation:
    """The transformation that applies `f(update, param)` leaf by leaf; `param` may be None."""

    def mapped(updates: Updates, params: Any) -> Updates:
        if params is None:
            return jax.tree.map(lambda u: f(u, None), updates)
        return jax.tree.map(f, updates, params)

    return stateless(mapped)


def with_extra_args_support(tx: GradientTransformation) -> GradientTransformationExtraArgs:
    """The same transformation, with further keyword arguments accepted and ignored."""
    if isinstance(tx, GradientTransformationExtraArgs):
        return tx

    def update(updates: Updates, state: Any, params: Any = None, **extra_args: Any) -> Any:
        del extra_args
        return tx.update(updates, state, params)

    return GradientTransformationExtraArgs(tx.init, update)


def is_none(x: Any) -> bool:
    """Whether `x` is None; as `is_leaf` it makes None a leaf of trees."""
    return x is None


def zero_count() -> Any:
    """A step counter: int32, shape ()."""
    return jnp.zeros([], jnp.int32)
