"""The box in Linen's collections around the value of a Variable that has metadata."""

from __future__ import annotations

from typing import Any

from flax import struct
from flax.core import meta
from flax.nnx import spmd
from flax.nnx.variablelib import Variable


class NNXMeta(struct.PyTreeNode, meta.AxisMetadata):
    """A Variable's value with its kind and its metadata."""

    var_type: type[Variable] = struct.field(pytree_node=False)
    value: Any = struct.field(pytree_node=True)
    metadata: dict[str, Any] = struct.field(pytree_node=False)

    def unbox(self) -> Any:
        """The value inside."""
        return self.value

    def replace_boxed(self, val: Any) -> Any:
        """The same box around another value."""
        return self.replace(value=val)  # type: ignore[call-arg]

    def add_axis(self, index: int, params: dict[Any, Any]) -> Any:
        """The box itself: it does not follow transformations."""
        return self

    def remove_axis(self, index: int, params: dict[Any, Any]) -> Any:
        """The box itself: it does not follow transformations."""
        return self

    def get_partition_spec(self) -> Any:
        """The names of the axes as a spec."""
        return spmd.get_var_pspec(self.to_nnx_variable())

    def to_nnx_variable(self) -> Variable:
        """The Variable again."""
        return self.var_type(self.value, **self.metadata)


NNXMeta.__module__ = "flax.nnx.bridge.variables"
