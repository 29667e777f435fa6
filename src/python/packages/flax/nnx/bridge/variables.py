"""Linen's variables and NNX's, one as the other."""

from __future__ import annotations

from typing import Any

from flax import struct
from flax.core.meta import AxisMetadata
from flax.nnx.variable_names import variable_type_from_name
from flax.nnx.variablelib import Variable


class NNXMeta(struct.PyTreeNode, AxisMetadata):
    """The value of a Variable in Linen's collections, with the Variable's class and metadata."""

    var_type: type[Variable] = struct.field(pytree_node=False)
    value: Any = struct.field(pytree_node=True)
    metadata: dict[str, Any] = struct.field(pytree_node=False)

    def unbox(self) -> Any:
        """The value alone."""
        return self.value

    def replace_boxed(self, val: Any) -> NNXMeta:
        """The same box around another value."""
        return self.replace(value=val)

    def to_nnx_variable(self) -> Variable:
        """The Variable again."""
        return self.var_type(self.value, **self.metadata)


def is_vanilla_variable(vs: Variable) -> bool:
    """Whether a Variable has no metadata but what every Variable has."""
    return all(
        key in Variable.required_metadata or (key.endswith("_hooks") and value == ())
        for key, value in vs.get_metadata().items()
    )


def to_linen_var(vs: Variable) -> Any:
    """What Linen's collections hold for a Variable: its value, in a box where there is metadata."""
    return vs.get_value() if is_vanilla_variable(vs) else NNXMeta(type(vs), vs.get_value(), vs.get_metadata())


def to_nnx_var(col: str, x: Any) -> Variable:
    """The Variable for what a collection of Linen holds."""
    kind = variable_type_from_name(col, allow_register=True)
    if not isinstance(x, NNXMeta):
        return kind(x)
    assert kind == x.var_type, f"Type stored in NNXMeta {x.var_type} != type inferred from collection name {kind}"
    return x.to_nnx_variable()
