"""Optimizers: an Optax transformation and its state beside a model."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx import filterlib, graphlib
from flax.nnx.basics import MISSING
from flax.nnx.pytree_fields import data
from flax.nnx.pytreelib import Pytree
from flax.nnx.variablelib import Param, Variable


class OptState(Variable):
    """State of an optimizer."""


class OptArray(OptState):
    """An array of an optimizer's state that belongs to no parameter, such as a step count."""


class OptVariable(OptState):
    """An array of an optimizer's state that belongs to one parameter."""


def _is_variable(x: Any) -> bool:
    return isinstance(x, Variable)


def to_opt_state(tree: Any) -> Any:
    """An Optax state with OptVariables for the parameters' Variables and OptArrays elsewhere."""

    def convert(x: Any) -> OptState:
        if not isinstance(x, Variable):
            return OptArray(x)
        metadata = x.get_metadata()
        if "optimizer_sharding" in metadata:
            metadata["out_sharding"] = metadata.pop("optimizer_sharding")
        return OptVariable(x.get_value(), **metadata)

    return jax.tree.map(convert, tree, is_leaf=_is_variable)


def _apply(params: Any, updates: Any) -> Any:
    """Parameters plus updates in the parameters' dtypes; None where there is no parameter."""

    def add(p: Any, u: Any) -> Any:
        return None if p is None else jnp.asarray(p + u).astype(jnp.asarray(p).dtype)

    return jax.tree.map(add, params, updates, is_leaf=lambda x: x is None)


def _asking_for_wrt(init: Callable[..., None]) -> Callable[..., None]:
    """Tells first of all that the filter is missing, as Flax does, however many arguments there are."""

    @functools.wraps(init)
    def checked(*args: Any, wrt: filterlib.Filter = MISSING, **kwargs: Any) -> None:
        if wrt is MISSING:
            raise TypeError(
                "Missing required argument `wrt`. As of Flax 0.11.0 the `wrt` argument is "
                "required, if you want to keep the previous use nnx.ModelAndOptimizer instead of "
                "nnx.Optimizer."
            )
        init(*args, wrt=wrt, **kwargs)

    return checked


class Optimizer(Pytree):
    """Holds ``tx`` and its state for the model's Variables that the filter ``wrt`` selects.

    ``update(model, grads)`` changes the model and the state in place and counts ``step``.
    """

    @_asking_for_wrt
    def __init__(self, model: Any, tx: Any, *, wrt: filterlib.Filter, graph: bool | None = None):
        self.graph = graph
        self.step = OptState(jnp.array(0, dtype=jnp.uint32))
        self.tx = tx
        self.opt_state = data(to_opt_state(tx.init(graphlib.state(model, wrt))))
        self.wrt = wrt

    def __getattribute__(self, name: str) -> Any:
        if name == "model" and name not in vars(self):
            raise AttributeError(
                f"{type(self).__name__} does not have attribute 'model' since Flax 0.11.0. To keep "
                "the previous behavior, use nnx.ModelAndOptimizer instead of nnx.Optimizer."
            )
        return super().__getattribute__(name)

    def update(self, model: Any, grads: Any = MISSING, **kwargs: Any) -> Any:
        """One step from ``grads`` (as ``nnx.grad`` gives them); the applied updates.

        Further keywords go to the Optax transformation.
        """
        if grads is MISSING:
            raise TypeError(
                "Missing required argument `grads`. As of Flax 0.11.0 update requires both (model, "
                "grads) arguments to be passed. If you want to keep the previous use "
                "nnx.ModelAndOptimizer instead of nnx.Optimizer."
            )
        return self._step(model, grads, kwargs)

    def _step(self, model: Any, grads: Any, kwargs: dict[str, Any]) -> Any:
        params = graphlib.as_pure(graphlib.state(model, self.wrt))
        slopes = graphlib.as_pure(graphlib.state(grads, self.wrt))
        old = graphlib.as_pure(self.opt_state)
        updates, new = self.tx.update(slopes, old, params, **graphlib.as_pure(kwargs))
        graphlib.update(model, _apply(params, updates))
        graphlib.update(self.opt_state, graphlib.state(new))
        self.step[...] += 1
        return updates


class ModelAndOptimizer(Optimizer):
    """An Optimizer that holds its model, as before Flax 0.11: ``update(grads)``."""

    def __init__(self, model: Any, tx: Any, *, wrt: filterlib.Filter = Param):
        super().__init__(model, tx, wrt=wrt)
        self.model = model

    def update(self, grads: Any, /, **kwargs: Any) -> Any:  # type: ignore[override]
        """One step of the held model; the applied updates."""
        return self._step(self.model, grads, kwargs)
