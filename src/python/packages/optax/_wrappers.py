"""Transformations around one other: gathering several gradients, skipping bad ones."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from optax._base import (
    GradientTransformation,
    GradientTransformationExtraArgs,
    with_extra_args_support,
    zero_count,
)
from optax._numerics import safe_increment
from optax.tree_utils import tree_cast_like, tree_where, tree_zeros_like

ShouldSkipUpdateFunction = Callable[..., tuple[Any, Any]]


class ApplyIfFiniteState(NamedTuple):
    """Steps in a row that were not finite, whether the last was, and how many in all."""

    notfinite_count: Any
    last_finite: Any
    total_notfinite: Any
    inner_state: Any


def apply_if_finite(inner: GradientTransformation, max_consecutive_errors: int) -> GradientTransformation:
    """Skips updates with NaN or infinity, but no more than `max_consecutive_errors` in a row."""
    tx = with_extra_args_support(inner)

    def init(params: Any) -> ApplyIfFiniteState:
        return ApplyIfFiniteState(zero_count(), jnp.array(True), zero_count(), tx.init(params))

    def update(updates: Any, state: Any, params: Any = None, **extra_args: Any) -> Any:
        leaves = jax.tree.leaves(updates)
        finite = jnp.all(jnp.array([jnp.all(jnp.isfinite(leaf)) for leaf in leaves]))
        bad = jnp.where(finite, zero_count(), safe_increment(state.notfinite_count))
        applied = jnp.logical_or(finite, bad > max_consecutive_errors)
        new, inner_state = tx.update(updates, state.inner_state, params, **extra_args)
        total = state.total_notfinite
        return tree_where(applied, new, tree_zeros_like(updates)), ApplyIfFiniteState(
            notfinite_count=bad,
            last_finite=finite,
            total_notfinite=jnp.where(finite, total, safe_increment(total)),
            inner_state=tree_where(applied, inner_state, state.inner_state),
        )

    return GradientTransformationExtraArgs(init, update)


def skip_not_finite(updates: Any, gradient_step: Any, params: Any) -> tuple[Any, Any]:
    """For `MultiSteps`: skip gradients that are not finite."""
    del gradient_step, params
    counts = [jnp.sum(jnp.logical_not(jnp.isfinite(u))) for u in jax.tree.leaves(updates)]
    total = jnp.sum(jnp.array(counts))
    return total > 0, {"should_skip": total > 0, "num_not_finite": total}


def skip_large_updates(updates: Any, gradient_step: Any, params: Any, max_squared_norm: Any) -> tuple[Any, Any]:
    """For `MultiSteps`: skip gradients whose squared norm is `max_squared_norm` or more."""
    del gradient_step, params
    norm = jnp.sum(jnp.array([jnp.sum(u**2) for u in jax.tree.leaves(updates)]))
    skip = jnp.logical_not(norm < max_squared_norm)
    return skip, {"should_skip": skip, "norm_squared": norm}


class MultiStepsState(NamedTuple):
    """Gradients gathered since the last step, and the state of the optimizer inside."""

    mini_step: Any
    gradient_step: Any
    inner_opt_state: Any
    acc_grads: Any
    skip_state: Any = ()


class MultiSteps:
    """Steps with the mean of several gradients: zeros until `every_k_schedule` have come.

    every_k_schedule: a number, or a function of the steps taken. use_grad_mean=False: their sum.
    """

    def __init__(
        self,
        opt: GradientTransformation,
        every_k_schedule: Any,
        use_grad_mean: bool = True,
        should_skip_update_fn: ShouldSkipUpdateFunction | None = None,
        accumulator_dtype: Any = jnp.float32,
    ):
        self._opt = with_extra_args_support(opt)
        self._every = every_k_schedule
        self._mean = use_grad_mean
        self._dtype = accumulator_dtype
        self._skip = should_skip_update_fn or (lambda *_: (jnp.array(False), ()))

    @property
    def inner_opt(self) -> GradientTransformationExtraArgs:
        """The optimizer inside."""
        return self._opt

    def init(self, params: Any) -> MultiStepsState:
        """The state before the first gradient."""
        step = zero_count()
        return MultiStepsState(
            mini_step=zero_count(),
            gradient_step=step,
            inner_opt_state=self._opt.init(params),
            acc_grads=tree_zeros_like(params, dtype=self._dtype),
            skip_state=self._skip(tree_zeros_like(params), step, params)[1],
        )

    def update(self, updates: Any, state: Any, params: Any = None, **extra_args: Any) -> Any:
        """Takes one gradient; the updates are zero until enough have come.

        ValueError if the skip function returns something else than a bool scalar.
        """
        every: Any = self._every(state.gradient_step) if callable(self._every) else self._every
        skip, skip_state = self._skip(updates, state.gradient_step, params)
        if skip.dtype != jnp.bool_ or skip.shape != ():
            raise ValueError(
                "The `should_skip_update_fn` function should return a boolean scalar array, but it "
                f"returned an array of dtype {skip.dtype} and shape {skip.shape}"
            )

        def gathered(u: Any, a: Any) -> Any:
            return a + (u - a) / (state.mini_step + 1) if self._mean else u + a

        total = jax.tree.map(gathered, updates, state.acc_grads)
        final, inner = self._opt.update(tree_cast_like(total, updates), state.inner_opt_state, params, **extra_args)
        emit = state.mini_step == (every - 1)
        new = MultiStepsState(
            mini_step=safe_increment(state.mini_step) % every,
            gradient_step=jnp.where(emit, safe_increment(state.gradient_step), state.gradient_step),
            inner_opt_state=tree_cast_like(tree_where(emit, inner, state.inner_opt_state), state.inner_opt_state),
            acc_grads=jax.tree.map(lambda a: ((1 - emit) * a).astype(self._dtype), total),
        )
        kept = tree_where(skip, state[:4], new[:4])
        out = jax.tree.map(lambda u: jnp.where(skip, jnp.zeros_like(u), emit * u), final)
        return out, MultiStepsState(*kept, skip_state=skip_state)

    def has_updated(self, state: Any) -> Any:
        """Whether the last `update` was a step."""
        return jnp.logical_and(state.mini_step == 0, state.gradient_step > 0)

    def gradient_transformation(self) -> GradientTransformation:
        """The same as a transformation."""
        return GradientTransformation(init=self.init, update=self.update)
