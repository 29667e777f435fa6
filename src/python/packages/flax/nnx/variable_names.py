"""Which Linen collection each kind of Variable belongs to, and initializers with metadata."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable
from typing import Any

from flax.nnx import variablelib
from flax.nnx.basics import MISSING
from flax.nnx.variablelib import Variable, VariableMetadata

_TYPES: dict[str, type[Variable]] = {}


def variable_type_from_name(
    name: str, /, *, base: type[Variable] = Variable, allow_register: bool = False
) -> type[Variable]:
    """The kind for a collection's name; a new one is made if ``allow_register``."""
    if name not in _TYPES:
        if not allow_register:
            raise ValueError(
                f"Name {name} is not registered in the registry. "
                "To register a new name, use register_variable_name() "
                "or set allow_register=True."
            )
        _TYPES[name] = type(name, (base,), {"__module__": variablelib.__name__})
    return _TYPES[name]


def variable_name_from_type(typ: type[Variable], /, *, allow_register: bool = False) -> str:
    """The collection's name of a kind; its class name is registered if ``allow_register``."""
    for name, known in _TYPES.items():
        if typ == known:
            return name
    if not allow_register:
        raise ValueError(
            f"Type {typ} is not registered in the registry. "
            "To register a new type, use register_variable_name() "
            "or set allow_register=True."
        )
    register_variable_name(typ.__name__, typ)
    return typ.__name__


def register_variable_name(name: str, typ: Any = MISSING, *, overwrite: bool = False) -> Any:
    """Tie a collection's name to a kind; without the kind, a class decorator."""
    if typ is MISSING:
        return functools.partial(register_variable_name, name, overwrite=overwrite)
    if not overwrite and name in _TYPES:
        raise ValueError(
            f"Name {name} already mapped to type {_TYPES[name]}. "
            "To overwrite, call register_variable_name() with `overwrite=True`."
        )
    _TYPES[name] = typ
    return typ


for _name, _type in (
    ("params", variablelib.Param),
    ("batch_stats", variablelib.BatchStat),
    ("cache", variablelib.Cache),
    ("intermediates", variablelib.Intermediate),
    ("perturbations", variablelib.Perturbation),
):
    register_variable_name(_name, _type)


def _as_hooks(hooks: Any) -> tuple[Callable[..., Any], ...]:
    return (hooks,) if callable(hooks) else tuple(hooks)


def with_metadata(
    initializer: Callable[..., Any],
    on_set_value: Any = (),
    on_get_value: Any = (),
    on_create_value: Any = (),
    on_add_axis: Any = (),
    on_remove_axis: Any = (),
    **metadata: Any,
) -> Callable[..., VariableMetadata]:
    """An initializer whose Variables carry ``metadata``."""
    hooks = {
        "on_set_value": _as_hooks(on_set_value),
        "on_get_value": _as_hooks(on_get_value),
        "on_create_value": _as_hooks(on_create_value),
        "on_add_axis": _as_hooks(on_add_axis),
        "on_remove_axis": _as_hooks(on_remove_axis),
    }
    if any(hooks.values()):
        warnings.warn(
            "Variable hooks are deprecated in favor of users creating their own Variable types "
            "and overloading `get_value` and `set_value` instead.",
            stacklevel=2,
        )

    @functools.wraps(initializer)
    def wrapper(*args: Any, **kwargs: Any) -> VariableMetadata:
        return VariableMetadata(initializer(*args, **kwargs), metadata=metadata, **hooks)

    return wrapper
