"""Exponential moving averages of a model's parameters."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx import filterlib, graphlib, statelib
from flax.nnx.pytree_fields import data
from flax.nnx.pytreelib import Pytree
from flax.nnx.variablelib import Variable


def _own(path: Any, x: Any) -> Any:
    if not isinstance(x, Variable):
        where = "/".join(map(str, path))
        raise TypeError(
            f"EMA only supports Variable leaves, got {type(x).__name__} at path '{where}'. Use the "
            "`only` filter to select Variable leaves."
        )
    return type(x)(jnp.array(x.get_value()), **x.get_metadata())


class EMA(Pytree):
    """Averages of the Variables that ``only`` selects: ``decay * old + (1 - decay) * new``."""

    def __init__(
        self,
        params: Any,
        decay: float,
        *,
        only: filterlib.Filter = ...,
        graph: bool | None = None,
    ):
        self.graph = graph
        self.decay = decay
        self.filter = only
        self.params = data(statelib.map_state(_own, graphlib.state(params, only)))

    def update(self, updates: Any) -> None:
        """Move the averages towards a model's present values."""

        def move(average: Variable, new: Any) -> None:
            average[...] = self.decay * average + (1.0 - self.decay) * new

        new = graphlib.state(updates, self.filter)
        jax.tree.map(move, self.params, new, is_leaf=lambda x: isinstance(x, Variable))

    def apply_to(self, model: Any) -> Any:
        """A model with the averages in the place of the parameters."""
        graphdef, state = graphlib.split(model)
        return graphlib.merge(graphdef, statelib.merge_state(state, self.params))
