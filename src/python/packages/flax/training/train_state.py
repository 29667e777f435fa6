"""`TrainState`: parameters, optimizer and step count of a training loop in one tree."""

from collections.abc import Callable
from typing import Any

import optax
from flax import struct


class TrainState(struct.PyTreeNode):
    """What a training step takes and returns. Subclass it to carry more, such as batch statistics."""

    step: Any
    apply_fn: Callable[..., Any] = struct.field(pytree_node=False)
    params: Any = struct.field(pytree_node=True)
    tx: optax.GradientTransformation = struct.field(pytree_node=False)
    opt_state: optax.OptState = struct.field(pytree_node=True)

    def apply_gradients(self, *, grads: Any, **kwargs: Any) -> Any:
        """The state after one step of the optimizer on `grads`, a tree like `params`.

        Other fields can be replaced by keyword in the same call.
        """
        updates, opt_state = self.tx.update(grads, self.opt_state, self.params)
        params = optax.apply_updates(self.params, updates)
        return self.replace(step=self.step + 1, params=params, opt_state=opt_state, **kwargs)

    @classmethod
    def create(cls, *, apply_fn: Any, params: Any, tx: Any, **kwargs: Any) -> Any:
        """The first state: step 0 and a fresh optimizer state for `params`."""
        return cls(step=0, apply_fn=apply_fn, params=params, tx=tx, opt_state=tx.init(params), **kwargs)
