"""NNX classes used functionally."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from flax.nnx import graphlib


@dataclasses.dataclass
class Functional:
    """An NNX class with ``init`` and ``apply`` in the manner of Linen."""

    module_type: Callable[..., Any]
    graphdef: Any
    args: tuple[Any, ...]
    kwargs: dict[str, Any]

    def init(self, *, rngs: Any = None) -> Any:
        """Build the Module and give its State."""
        extra = {} if rngs is None else {"rngs": rngs}
        self.graphdef, state = graphlib.split(self.module_type(*self.args, **self.kwargs, **extra))
        return state

    def apply(self, *states: Any) -> Any:
        """A caller of the Module with these States: ``apply(state)(x)``."""
        assert self.graphdef is not None
        return self.graphdef.apply(*states)


def functional(cls: Callable[..., Any]) -> Callable[..., Functional]:
    """The constructor of a :class:`Functional` for an NNX class."""
    return lambda *args, **kwargs: Functional(cls, None, args, kwargs)
