"""The methods by which a module's code reads and writes its variables and keys."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from flax import errors
from flax.core.scope import Scope, Variable
from flax.linen._state import ModuleState


def _append(collected: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    return (*collected, value)


def _nothing() -> tuple[Any, ...]:
    return ()


class VariableMethods:
    """The part of `Module` that deals with its scope."""

    scope: Scope | None
    _state: ModuleState

    def _bound(self, otherwise: str) -> Scope:
        if self.scope is None:
            raise ValueError(otherwise)
        return self.scope

    @property
    def _may_initialize(self) -> bool:
        state = self._state
        return not state.ready or state.in_setup or state.in_compact

    def _take(self, kind: str, name: str, col: str) -> Scope:
        """The scope, if a variable of this name may be declared now."""
        if not self._may_initialize:
            plural = "Parameters" if kind == "param" else "Variables"
            raise ValueError(f"{plural} must be initialized in `setup()` or in a method wrapped in `@compact`")
        assert self.scope is not None
        if self.scope.name_reserved(name, col):
            raise errors.NameInUseError(kind, name, type(self).__name__)
        return self.scope

    def variable(
        self,
        col: str,
        name: str,
        init_fn: Callable[..., Any] | None = None,
        *init_args: Any,
        unbox: bool = True,
        **init_kwargs: Any,
    ) -> Variable:
        """Declares a variable of the collection `col`; its value is `.value`.

        `init_fn(*init_args)` makes it where it is missing and the collection is mutable.
        NameInUseError if the name is taken.
        """
        scope = self._take("variable", name, col)
        variable = scope.variable(col, name, init_fn, *init_args, unbox=unbox, **init_kwargs)
        self._state.children[name] = col
        return variable

    def param(
        self,
        name: str,
        init_fn: Callable[..., Any],
        *init_args: Any,
        unbox: bool = True,
        **init_kwargs: Any,
    ) -> Any:
        """Declares a parameter and returns its value.

        Under `init` it is `init_fn(key, *init_args)`; under `apply` it is what was passed, whose shape
        must be the same (else ScopeParamShapeError). NameInUseError if the name is taken.
        """
        scope = self._take("param", name, "params")
        value = scope.param(name, init_fn, *init_args, unbox=unbox, **init_kwargs)
        self._state.children[name] = "params"
        return value

    def has_variable(self, col: str, name: str) -> bool:
        """Whether this module has a variable of this name in the collection `col`."""
        return self._bound("Can't access variables on unbound modules").has_variable(col, name)

    def is_mutable_collection(self, col: str) -> bool:
        """Whether variables of the collection `col` may be written now."""
        scope = self._bound("Can't check mutability on unbound modules")
        return scope.is_mutable_collection(col)

    def has_rng(self, name: str) -> bool:
        """Whether a stream of keys of this name was given to `init` or `apply`."""
        return self._bound("Can't query for RNGs on unbound modules").has_rng(name)

    def make_rng(self, name: str = "params") -> Any:
        """The next key of a stream; it depends on the module's path and on how many came before.

        Where there is no stream of this name, `params` serves. InvalidRngError if that is missing too.
        """
        return self._bound("Can't use RNGs on unbound modules").make_rng(name)

    def is_initializing(self) -> bool:
        """Whether this runs under `init`."""
        scope = self._bound("Can't check if running under init() on unbound modules")
        return scope.get_flag("initializing", False)

    @property
    def variables(self) -> Any:
        """This module's part of every collection."""
        return self._bound("Can't access variables on unbound modules").variables()

    def get_variable(self, col: str, name: str, default: Any = None) -> Any:
        """The value of a variable, or `default` if there is none."""
        scope = self._bound("Can't access variables on unbound modules")
        return scope.get_variable(col, name, default)

    def put_variable(self, col: str, name: str, value: Any) -> None:
        """Writes a variable. ModifyScopeVariableError if its collection is not mutable."""
        self._bound("Can't access variables on unbound modules").put_variable(col, name, value)

    def sow(
        self,
        col: str,
        name: str,
        value: Any,
        reduce_fn: Callable[[Any, Any], Any] = _append,
        init_fn: Callable[[], Any] = _nothing,
    ) -> bool:
        """Adds `value` to what is collected under `name`, a tuple unless told otherwise.

        Does nothing and returns False if the collection is not mutable.
        """
        scope = self._bound("Can't store variables on unbound modules")
        if not scope.is_mutable_collection(col):
            return False
        if scope.has_variable(col, name):
            collected = scope.get_variable(col, name)
        else:
            self._declare(scope, name, col)
            collected = init_fn()
        scope.put_variable(col, name, reduce_fn(collected, value))
        return True

    def perturb(self, name: str, value: Any, collection: str = "perturbations") -> Any:
        """`value` plus a variable that is zero, so that its gradient is the gradient of `value`.

        Without such a collection, `value` itself. ValueError if the collection lacks the variable.
        """
        scope = self._bound("Can't store variables on unbound modules")
        if scope.is_mutable_collection(collection) and not scope.has_variable(collection, name):
            self._declare(scope, name, collection)
            scope.put_variable(collection, name, jax.tree_util.tree_map(jnp.zeros_like, value))
        if collection not in scope.root.variables():
            return value
        if not scope.has_variable(collection, name):
            raise ValueError(f"Perturbation collection {collection} present, but missing perturbation variable {name}")
        offset = scope.get_variable(collection, name)
        return jax.tree_util.tree_map(jnp.add, value, offset)

    def _declare(self, scope: Scope, name: str, col: str) -> None:
        scope.reserve(name, col)
        self._state.children[name] = col
