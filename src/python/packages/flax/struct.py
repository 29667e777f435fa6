"""Dataclasses that JAX treats as trees: `dataclass`, `field`, `PyTreeNode`."""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any, TypeVar, dataclass_transform

import jax
from flax import serialization

T = TypeVar("T")


def field(pytree_node: bool = True, *, metadata: Mapping[str, Any] | None = None, **kwargs: Any) -> Any:
    """A field of a struct; `pytree_node=False` makes it static data instead of a child of the tree."""
    return dataclasses.field(metadata={**(metadata or {}), "pytree_node": pytree_node}, **kwargs)


@dataclass_transform(field_specifiers=(field,))
def dataclass(clz: Any = None, **kwargs: Any) -> Any:
    """Makes a class a frozen dataclass and a pytree, with a method `replace(**updates)`.

    Other keywords go to `dataclasses.dataclass`.
    """
    if clz is None:
        return functools.partial(dataclass, **kwargs)
    if "_flax_dataclass" in clz.__dict__:
        return clz
    kwargs.setdefault("frozen", True)
    made = dataclasses.dataclass(**kwargs)(clz)
    fields = dataclasses.fields(made)
    data = [f.name for f in fields if f.metadata.get("pytree_node", True)]
    static = [f.name for f in fields if not f.metadata.get("pytree_node", True)]
    made.replace = _replace
    jax.tree_util.register_dataclass(made, data, static)
    serialization.register_serialization_state(
        made, functools.partial(_to_state, data), functools.partial(_from_state, data)
    )
    made._flax_dataclass = True
    return made


@dataclass_transform(field_specifiers=(field,))
class PyTreeNode:
    """Base class whose subclasses become structs, as by `dataclass`."""

    def __init_subclass__(cls, **kwargs: Any):
        super().__init_subclass__()
        dataclass(cls, **kwargs)

    def __init__(self, *args: Any, **kwargs: Any):
        raise NotImplementedError

    def replace(self: T, **overrides: Any) -> T:
        """A copy with these fields replaced."""
        raise NotImplementedError


def _replace(self: Any, **updates: Any) -> Any:
    """A copy with these fields replaced."""
    return dataclasses.replace(self, **updates)


_replace.__name__ = "replace"


def _to_state(names: list[str], x: Any) -> dict[str, Any]:
    return {name: serialization.to_state_dict(getattr(x, name)) for name in names}


def _from_state(names: list[str], x: Any, state: dict[str, Any]) -> Any:
    kind = type(x).__name__
    for name in names:
        if name not in state:
            raise ValueError(
                f"Missing field {name} in state dict while restoring an instance of {kind}, at path "
                f"{serialization.current_path()}"
            )
    unknown = ",".join(name for name in state if name not in names)
    if unknown:
        raise ValueError(
            f'Unknown field(s) "{unknown}" in state dict while restoring an instance of {kind} at path '
            f"{serialization.current_path()}"
        )
    restored = {name: serialization.from_state_dict(getattr(x, name), state[name], name) for name in names}
    return dataclasses.replace(x, **restored)
