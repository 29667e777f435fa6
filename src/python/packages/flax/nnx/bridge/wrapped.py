"""Linen variables as NNX attributes and back, and NNX classes used functionally."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import jax
from flax.nnx import graphlib, traversals
from flax.nnx.bridge.variables import to_linen_var, to_nnx_var
from flax.nnx.variable_names import variable_name_from_type
from flax.nnx.variablelib import Variable


def linen_vars_to_nnx_attrs(variables: Mapping[str, Any]) -> dict[str, Any]:
    """Collections of arrays as nested dicts of Variables, the collections laid together.

    ValueError if two collections have a variable at the same path.
    """
    flat: dict[Any, Variable] = {}
    # As after any map over a tree, keys stand in order.
    ordered = jax.tree.map(lambda value: value, dict(variables), is_leaf=lambda value: not isinstance(value, dict))
    for collection, values in ordered.items():
        for path, value in traversals.flatten_mapping(values).items():
            variable = to_nnx_var(collection, value)
            if path in flat:
                raise ValueError(
                    f"Found duplicate variable path {path} with variables {flat[path]} and "
                    f"{variable}. This is not allowed in NNX."
                )
            flat[path] = variable
    return traversals.unflatten_mapping(flat)


def nnx_attrs_to_linen_vars(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Nested dicts of Variables as collections of arrays, by the kinds of the Variables."""
    flat = {}
    for path, variable in traversals.flatten_mapping(attributes).items():
        if not isinstance(variable, Variable):
            raise ValueError(f"Cannot infer collection name from value: {variable}")
        flat[(variable_name_from_type(type(variable)), *path)] = to_linen_var(variable)
    return traversals.unflatten_mapping(flat)


def merged(old: Any, new: Mapping[Any, Any]) -> dict[Any, Any]:
    """Nested dicts laid over each other."""
    flat = traversals.flatten_mapping(old) | traversals.flatten_mapping(new)
    return traversals.unflatten_mapping(flat)


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
