"""Module: the base class of layers and models."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx import filterlib, graphlib
from flax.nnx.pytreelib import Pytree, PytreeMeta
from flax.nnx.variable_names import variable_type_from_name
from flax.nnx.variablelib import Perturbation, Variable

_GUIDE = "https://flax.readthedocs.io/en/latest/guides/extracting_intermediates.html"


def _append(xs: tuple[Any, ...], x: Any) -> tuple[Any, ...]:
    return (*xs, x)


def _as_kind(variable_type: Any) -> type[Variable]:
    if isinstance(variable_type, str):
        return variable_type_from_name(variable_type, allow_register=True)
    return variable_type


class ModuleMeta(PytreeMeta):
    """Metaclass of Modules."""


class Module(Pytree, metaclass=ModuleMeta):
    """Base class of models and layers: attributes hold Variables, submodules and settings.

    A Module is plain Python: build it in ``__init__``, call it, change it in place. It is a
    JAX tree as well, whose leaves are the arrays of its Variables.
    """

    def _captures(self, kind: type[Variable]) -> Any:
        """The dict that ``nnx.capture`` collects this kind in; None outside of it."""
        boxes = vars(self).get("__captures__", ())
        return next((box for box in boxes if type(box) is kind), None)

    def sow(
        self,
        variable_type: type[Variable] | str,
        name: str,
        value: Any,
        reduce_fn: Callable[[Any, Any], Any] = _append,
        init_fn: Callable[[], Any] = tuple,
    ) -> bool:
        """Record ``value`` under ``name``; values of several calls form a tuple.

        ``reduce_fn(old, value)`` combines them, starting from ``init_fn()``. Gives False where
        ``nnx.capture`` runs and does not ask for this kind of Variable.
        """
        kind = _as_kind(variable_type)
        if "__captures__" in vars(self):
            box = self._captures(kind)
            if box is None:
                return False
            box[name] = reduce_fn(box[name] if name in box else init_fn(), value)
            return True
        if hasattr(self, name):
            variable = getattr(self, name)
            if not isinstance(variable, Variable):
                raise ValueError(f"Expected '{name}' to be a Variable, got {type(variable).__name__}")
            if type(variable) is not kind:
                raise ValueError(f"Expected '{name}' to be of type '{kind.__name__}', got '{type(variable).__name__}'")
            variable.set_value(reduce_fn(variable.get_value(), value))
        else:
            setattr(self, name, kind(reduce_fn(init_fn(), value)))
        warnings.warn(
            "Using 'Module.sow()' outside of 'nnx.capture()' is deprecated; see\n"
            f"        {_GUIDE} for more information.\n        ",
            DeprecationWarning,
            stacklevel=2,
        )
        return True

    def perturb(self, name: str, value: Any, variable_type: type[Variable] | str = Perturbation) -> Any:
        """``value`` plus a Variable of zeros, whose gradient is that of the value."""
        kind = _as_kind(variable_type)
        if "__captures__" in vars(self):
            box = self._captures(kind)
            if box is None:
                return value
            if name not in box:
                box[name] = jax.tree.map(jnp.zeros_like, value)
            return box[name] + value
        if hasattr(self, name):
            variable = getattr(self, name)
            if not isinstance(variable, kind):
                raise ValueError(f"Expected '{name}' to be of type '{kind.__name__}', got '{type(variable).__name__}'")
            old = variable.get_value()
        else:
            old = jax.tree.map(jnp.zeros_like, value)
            setattr(self, name, kind(old))
        warnings.warn(
            "\n      Using 'Module.perturb()' outside of 'nnx.capture()' is deprecated; see\n"
            f"      {_GUIDE} for more information.\n      ",
            DeprecationWarning,
            stacklevel=2,
        )
        return old + value

    def iter_modules(self) -> Iterator[tuple[Any, Module]]:
        """Deprecated: ``nnx.iter_modules(module)``."""
        _moved("iter_modules")
        yield from iter_modules(self)

    def iter_children(self) -> Iterator[tuple[Any, Any]]:
        """Deprecated: ``nnx.iter_children(module)``."""
        _moved("iter_children")
        yield from graphlib.iter_children(self)

    def set_attributes(
        self,
        *filters: filterlib.Filter,
        raise_if_not_found: bool = True,
        graph: bool | None = None,
        **attributes: Any,
    ) -> None:
        """Set attributes of this and all inner Modules that have them and pass a filter.

        ValueError for an attribute that no Module has, unless ``raise_if_not_found=False``.
        """
        predicates = tuple(map(filterlib.to_predicate, filters or (True,)))
        missing = set(attributes)
        for path, module in iter_modules(self, graph=graph):
            if any(predicate(path, module) for predicate in predicates):
                missing -= _set_present(module, attributes)
        if raise_if_not_found:
            _check_found(missing)

    def train(self, **attributes: Any) -> None:
        """Switch to training: dropout draws, batch norm measures its batch."""
        self.set_attributes(deterministic=False, use_running_average=False, raise_if_not_found=False, **attributes)

    def eval(self, **attributes: Any) -> None:
        """Switch to evaluation: dropout passes, batch norm uses its running statistics."""
        self.set_attributes(deterministic=True, use_running_average=True, raise_if_not_found=False, **attributes)


def _set_present(module: Module, attributes: dict[str, Any]) -> set[str]:
    present = {name for name in attributes if hasattr(module, name)}
    for name, value in attributes.items():
        if name in present:
            setattr(module, name, value)
    return present


def _check_found(missing: set[str]) -> None:
    if missing:
        raise ValueError(f"Could not find at least one instance of the following attributes: {sorted(missing)}")


def _moved(name: str) -> None:
    warnings.warn(
        f"The 'm.{name}()' method is deprecated; use the 'nnx.{name}(m)' function instead.",
        DeprecationWarning,
        stacklevel=3,
    )


def iter_modules(module: Any, /, *, graph: bool | None = None) -> Iterator[tuple[Any, Module]]:
    """``(path, module)`` of all Modules below and including ``module``, children first."""
    for path, value in graphlib.iter_graph(module, graph=graph):
        if isinstance(value, Module):
            yield path, value


def with_attributes(
    node: Any,
    /,
    *,
    only: filterlib.Filter = ...,
    raise_if_not_found: bool = True,
    graph: bool | None = None,
    **attributes: Any,
) -> Any:
    """A copy of the model that shares its Variables and has other attributes."""
    predicate = filterlib.to_predicate(only)
    missing = set(attributes)

    def changed(path: Any, value: Any) -> Any:
        nonlocal missing
        if isinstance(value, Module) and predicate(path, value):
            missing -= _set_present(value, attributes)
        return value

    out = graphlib.recursive_map(changed, node, graph=graph)
    if raise_if_not_found:
        _check_found(missing)
    return out


def first_from(*args: Any, error_msg: str) -> Any:
    """The first argument that is not None; ValueError with ``error_msg`` if there is none."""
    for arg in args:
        if arg is not None:
            return arg
    raise ValueError(error_msg)
