"""Modules made of modules."""

from collections.abc import Callable, Sequence
from typing import Any

from flax.linen.module import Module, compact


class Sequential(Module):
    """Calls its layers one after the other; tuples and dicts are passed on as arguments.

    ValueError if `layers` is no sequence, or empty when called.
    """

    layers: Sequence[Callable[..., Any]]

    def __post_init__(self) -> None:
        if not isinstance(self.layers, Sequence):
            raise ValueError(f"'layers' must be a sequence, got '{type(self.layers).__name__}'.")
        super().__post_init__()

    @compact
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The output of the last layer."""
        if not self.layers:
            raise ValueError(f"Empty Sequential module {self.name}.")
        out = self.layers[0](*args, **kwargs)
        for layer in self.layers[1:]:
            if isinstance(out, tuple):
                out = layer(*out)
            elif isinstance(out, dict):
                out = layer(**out)
            else:
                out = layer(out)
        return out
